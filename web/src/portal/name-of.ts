import type { Language } from '@permit/domain/texts/text.ts';
import type { Draft } from '../filing/draft.ts';

/** The worker's name for the reader: in Thai letters for Thai, otherwise as in the passport. */
export function nameOf(draft: Draft, language: Language): string {
  const names = draft.worker?.names ?? {};
  const latin = [names.firstLatin, names.middleLatin, names.lastLatin].filter(Boolean).join(' ');
  const thai = [names.firstThai, names.middleThai, names.lastThai].filter(Boolean).join(' ');
  return (language === 'th' ? thai || latin : latin || thai).trim();
}

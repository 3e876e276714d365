import type { ApplicationDraft } from '../catalogue/application-draft.ts';
import { canonicalDraft } from '../catalogue/canonical-draft.ts';
import { birthDatesAgree } from '../people/birth-date.ts';
import { nameSearchKey } from '../people/name-search-key.ts';
import { comparablePermitNumber, type OldPermit } from './read-old-permit.ts';

type Part = 'number' | 'names' | 'birth' | 'nationality' | 'issued' | 'expires';

/** Parts that both the form and the line give, and give differently; what one of them leaves out says nothing. */
export function disagreeingParts(draft: ApplicationDraft, line: OldPermit): readonly Part[] {
  const { worker, oldPermit } = canonicalDraft(draft);
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  const found: Readonly<Record<Part, boolean>> = {
    number: differ(oldPermit?.number && comparablePermitNumber(oldPermit.number), line.number),
    names: differ(nameKey(worker?.names), nameKey(line.names)),
    birth: Boolean(worker?.birth && line.birth && !birthDatesAgree(worker.birth, line.birth)),
    nationality: differ(worker?.nationality, line.nationality),
    issued: differ(oldPermit?.issued, line.issued),
    expires: differ(oldPermit?.expires, line.expires),
  };
  return (Object.keys(found) as Part[]).filter((part) => found[part]);
}

function nameKey(names: OldPermit['names']): string | undefined {
  const latin = [names?.firstLatin, names?.middleLatin, names?.lastLatin].filter(Boolean).join(' ');
  return latin === '' ? undefined : nameSearchKey(latin);
}

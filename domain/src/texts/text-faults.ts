import type { Language, StaffText } from './text.ts';

const SCRIPTS: Readonly<Record<Language, string>> = {
  th: 'Thai',
  en: 'Latin',
  my: 'Myanmar',
  km: 'Khmer',
  lo: 'Lao',
  vi: 'Latin',
};

/**
 * What is wrong with one language of a text: letters of a foreign script, none of its own, placeholders that the
 * English does not have. Latin words (MOU, QR, PDF) may stand in any language.
 */
export function scriptFaults(text: StaffText, language: Language): readonly string[] {
  const value = text[language];
  if (value === undefined) return [];
  const bare = value.replace(/\{\w+\}/g, '');
  const faults: string[] = [];
  if (!new RegExp(`\\p{Script=${SCRIPTS[language]}}`, 'u').test(bare))
    faults.push('no letter of its own script');
  if (foreignTo(language).some((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(bare)))
    faults.push('letters of another script');
  if (placeholders(value) !== placeholders(text.en)) faults.push('placeholders differ from the English');
  return faults;
}

function foreignTo(language: Language): string[] {
  const mine = SCRIPTS[language];
  return [...new Set(Object.values(SCRIPTS)), 'Devanagari', 'Cyrillic', 'Greek'].filter(
    (script) => script !== mine && script !== 'Latin',
  );
}

function placeholders(text: string): string {
  return [...text.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join();
}

/**
 * Width of a text in Latin letters of average width: marks that stand above or below take none, Burmese and Khmer
 * letters take more. A rough measure that notices a text which cannot fit; pictures of the screens do the rest.
 */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + widthOfCharacter(character), 0);
}

function widthOfCharacter(character: string): number {
  if (/\p{Mn}/u.test(character)) return 0;
  if (/[\u1000-\u109F]/u.test(character)) return 1.3;
  return /[\u1780-\u17FF]/u.test(character) ? 1.2 : 1;
}

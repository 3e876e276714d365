import { employerKindNames, choiceNames } from '@permit/domain/texts/choice-names.ts';
import { say, type Language, type StaffText } from '@permit/domain/texts/text.ts';
import { NATIONALITIES, nationalityName, type Nationality } from '@permit/domain/people/nationality.ts';
import type { Option } from '@permit/ui/select.tsx';
import { PROVINCES } from './provinces.ts';

/** Most workers come from these; they stand first. */
const NEIGHBOURS = ['MM', 'LA', 'KH', 'VN'] as const;

/** Nationalities with their names in the language, as far as the browser knows them. */
export function nationalityOptions(language: Language): readonly Option[] {
  const codes = Object.keys(NATIONALITIES).filter(
    (code) => !(NEIGHBOURS as readonly string[]).includes(code),
  );
  return [...NEIGHBOURS, ...codes].map((code) => ({ value: code, label: countryName(code, language) }));
}

/** Name of a nationality; from our own table for Thai and English, from the browser for the others. */
export function countryName(code: string, language: Language): string {
  if (!Object.hasOwn(NATIONALITIES, code)) return code;
  if (language === 'th' || language === 'en' || code === 'XX')
    return nationalityName(code as Nationality, language === 'th' ? 'th' : 'en');
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  // A browser without the language would answer in that of the device.
  const known = names.resolvedOptions().locale.startsWith(language) ? names.of(code) : undefined;
  return known ?? nationalityName(code as Nationality, 'en');
}

/** Provinces; in Thai letters for Thai, in Latin ones for everybody else. */
export function provinceOptions(language: Language): readonly Option[] {
  return PROVINCES.map(({ code, thai, english }) => ({
    value: code,
    label: language === 'th' ? thai : `${english} (${thai})`,
  }));
}

/** The choices of a question by name; the code where a name is missing. */
export function choiceOptions(choices: readonly string[], language: Language): readonly Option[] {
  const names: Readonly<Record<string, StaffText>> = { ...choiceNames.texts, ...employerKindNames.texts };
  return choices.map((value) => ({ value, label: names[value] ? say(names[value], language) : value }));
}

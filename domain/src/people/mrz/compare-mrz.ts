import type { BirthDate } from '../birth-date.ts';
import { alpha3Of, isNationality, nationalityOfMrz } from '../nationality.ts';
import { zoneLetters } from './latin-name.ts';
import type { Mrz } from './mrz.ts';

/** What the filer typed about the same person. */
export interface TypedIdentity {
  readonly firstLatin: string;
  readonly middleLatin?: string | undefined;
  readonly lastLatin?: string | undefined;
  readonly birth?: BirthDate | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  readonly nationality?: string | undefined;
  readonly documentNumber?: string | undefined;
  readonly expires?: string | undefined;
}

export type MrzDifference =
  | {
      readonly field: 'name' | 'birth' | 'sex' | 'nationality' | 'documentNumber' | 'expires';
      readonly zone: string;
      readonly typed: string;
    }
  | { readonly field: 'nameOrder'; readonly zone: string; readonly typed: string };

/**
 * Where typed values differ from a zone. Names are compared letter by letter after diacritics, hyphens and
 * spaces are dropped; `nameOrder` means the same words in other places (a middle name typed as last name),
 * which is common for people with one name and no fault of the person.
 */
export function compareWithMrz(mrz: Mrz, typed: TypedIdentity): readonly MrzDifference[] {
  return [
    ...compareNames(mrz, typed),
    ...differ('documentNumber', mrz.documentNumber, (typed.documentNumber ?? '').toUpperCase(), (text) =>
      text.replace(/[^A-Z0-9]/g, ''),
    ),
    ...differ('nationality', mrz.nationality, zoneNationality(typed.nationality, mrz.nationality)),
    ...differ(
      'sex',
      mrz.sex === '<' ? '' : mrz.sex,
      typed.sex === undefined ? '' : typed.sex === 'male' ? 'M' : 'F',
    ),
    ...differ('expires', mrz.expires ?? '', typed.expires ?? ''),
    ...compareBirth(mrz.birth, typed.birth),
  ];
}

/** Nothing where either side is silent. */
function differ(
  field: Exclude<MrzDifference['field'], 'nameOrder'>,
  zone: string,
  typed: string,
  bare: (text: string) => string = (text) => text,
): MrzDifference[] {
  return zone === '' || typed === '' || bare(zone) === bare(typed) ? [] : [{ field, zone, typed }];
}

function zoneNationality(typed: string | undefined, zone: string): string {
  if (typed === undefined || typed === '') return '';
  return nationalityOfMrz(zone) === typed ? zone : isNationality(typed) ? alpha3Of(typed) : typed;
}

/** An unknown day typed against a known one (or the other way round) agrees as far as both know. */
function compareBirth(zone: BirthDate, typed: BirthDate | undefined): MrzDifference[] {
  if (!typed || zone.precision === 'unknown' || typed.precision === 'unknown') return [];
  const known = Math.min(zone.date.length, typed.date.length);
  return zone.date.slice(0, known) === typed.date.slice(0, known)
    ? []
    : [{ field: 'birth', zone: zone.date, typed: typed.date }];
}

function compareNames(mrz: Mrz, typed: TypedIdentity): MrzDifference[] {
  const first = [typed.firstLatin, typed.middleLatin].filter(Boolean).join(' ');
  const last = typed.lastLatin ?? '';
  const zone = `${mrz.lastName}|${mrz.firstNames}`;
  const shown = {
    zone: [mrz.lastName, mrz.firstNames].filter(Boolean).join(', '),
    typed: [last, first].filter(Boolean).join(', '),
  };
  const spellings = [false, true].map((expand) => ({
    placed: `${bareLetters(last, expand)}|${bareLetters(first, expand)}`,
    words: wordsOf(`${last} ${first}`, expand),
  }));
  const zonePlaced = zone.replace(/ /g, '');
  if (spellings.some(({ placed }) => samePlaced(zonePlaced, placed, mrz.nameCut))) return [];
  const zoneWords = wordsOf(zone.replace('|', ' '), false);
  if (spellings.some(({ words }) => words === zoneWords)) return [{ field: 'nameOrder', ...shown }];
  return [{ field: 'name', ...shown }];
}

/** A zone that is full may have lost the end of the name. */
function samePlaced(zone: string, typed: string, cut: boolean): boolean {
  return zone === typed || (cut && typed.startsWith(zone));
}

const bareLetters = (text: string, expand: boolean): string => zoneLetters(text, expand).replace(/</g, '');
const wordsOf = (text: string, expand: boolean): string =>
  zoneLetters(text, expand).split(/<+/).filter(Boolean).sort().join(' ');

import { z } from 'zod';
import { nameSearchKey } from './name-search-key.ts';

/** A name in its three values: as typed, canonical (what is stored, shown and printed), and the key to find it by. */
export interface Name {
  readonly typed: string;
  readonly canonical: string;
  readonly searchKey: string;
}

export const NAME_PROBLEMS = [
  'name-empty',
  'name-too-long',
  'name-lone-surrogate',
  'name-bidi-override',
  'name-control-character',
  'name-private-use',
  'name-too-many-marks',
] as const;
export type NameProblem = (typeof NAME_PROBLEMS)[number];

export type ReadName =
  { readonly ok: true; readonly name: Name } | { readonly ok: false; readonly problem: NameProblem };

/** Longest name part kept, in code points; longer ones exist on paper but not in a machine-readable zone or on a card. */
export const MAX_NAME_LENGTH = 120;

// ZWSP, word joiner and byte-order mark come along with copied text and mean nothing in a name.
const INVISIBLE = /[\u200B\u2060\uFEFF]/gu;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
// Cc, Cn and every format character but the joiners that Khmer and Burmese spelling needs.
const CONTROL = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cn}\u2028\u2029]/u;
const PRIVATE_USE = /\p{Co}/u;
const LONE_SURROGATE = /\p{Cs}/u;
// Burmese spells up to five marks on one consonant (ရှုံ့, လျှောက်), Shan and Karen too: theirs are counted apart.
const MYANMAR = '[\\u1000-\\u109F\\uA9E0-\\uA9FF\\uAA60-\\uAA7F]';
const TOO_MANY_MARKS = new RegExp(
  `(?:(?!${MYANMAR})\\p{M}){4,}|(?:(?=${MYANMAR})\\p{M}){7,}|(\\p{M})\\1\\1`,
  'u',
);

const REFUSALS: readonly (readonly [RegExp, NameProblem])[] = [
  [LONE_SURROGATE, 'name-lone-surrogate'],
  [BIDI, 'name-bidi-override'],
  [CONTROL, 'name-control-character'],
  [PRIVATE_USE, 'name-private-use'],
  [TOO_MANY_MARKS, 'name-too-many-marks'],
];

/**
 * Reads one part of a name in any script. NFC, never NFKC: it would split Thai sara am (U+0E33).
 * Refuses what could deceive a reader or break a printer (promises.md, Names).
 */
export function readName(typed: string): ReadName {
  if (typed.length > MAX_NAME_LENGTH * 4) return { ok: false, problem: 'name-too-long' };
  const stripped = typed.replace(INVISIBLE, '');
  const spaced = stripped
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
  const refusal = REFUSALS.find(([pattern]) => pattern.test(spaced));
  if (refusal) return { ok: false, problem: refusal[1] };
  if (spaced === '' || /^[\p{M}\p{P}\p{Zs}\u200C\u200D]+$/u.test(spaced))
    return { ok: false, problem: 'name-empty' };
  if ([...spaced].length > MAX_NAME_LENGTH) return { ok: false, problem: 'name-too-long' };
  return { ok: true, name: { typed, canonical: spaced, searchKey: nameSearchKey(spaced) } };
}

/** True for `-`, `.` and their like, written where a person has no such name. */
export function isDash(typed: string): boolean {
  return /^[\p{P}\p{Zs}]{1,3}$/u.test(typed);
}

/** The canonical name at an edge; the issue's message is the problem's code. */
export const CanonicalNameSchema = z.string().transform((typed, context) => {
  const read = readName(typed);
  if (read.ok) return read.name.canonical;
  context.addIssue({ code: 'custom', message: read.problem });
  return z.NEVER;
});

/** Latin letters with marks, spaces, hyphen, apostrophe and full stop: what a passport's visual zone holds. */
export function isLatinName(canonical: string): boolean {
  return /^[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M} .'’-]*$/u.test(canonical);
}

/** Thai letters and marks with spaces, hyphen and full stop. */
export function isThaiName(canonical: string): boolean {
  return /^[\u0E01-\u0E3A\u0E40-\u0E4E][\u0E01-\u0E3A\u0E40-\u0E4E .-]*$/u.test(canonical);
}

const NATIVE = ['Myanmar', 'Khmer', 'Lao'].map(
  (script) => new RegExp(`^[\\p{Script=${script}}\\u200C\\u200D .-]+$`, 'u'),
);

/** Burmese, Khmer or Lao letters (one of them, not mixed). */
export function isNativeName(canonical: string): boolean {
  return NATIVE.some((pattern) => pattern.test(canonical));
}

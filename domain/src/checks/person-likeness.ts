import { birthDatesAgree } from '../people/birth-date.ts';
import { nameLikeness, type NameLikeness } from '../people/name-similarity.ts';
import type { Names } from '../catalogue/application-draft.ts';
import type { KnownPerson } from './known-cases.ts';

/** One reason why two records may (or may not) be of one person, with its points. */
export interface LikenessPart {
  readonly part: string;
  readonly points: number;
}

export interface PersonLikeness {
  /** Sum of the points; 60 and more is told to a person. */
  readonly score: number;
  readonly parts: readonly LikenessPart[];
}

/** At this sum a possible duplicate is told. Tuned on invented people only; see docs/proofs/defects.md. */
export const DUPLICATE_SCORE = 60;

/** How alike two records are, as a sum of named reasons that an officer can read. Missing values count nothing. */
export function personLikeness(one: KnownPerson, other: KnownPerson): PersonLikeness {
  const parts = [
    identityNumber(one, other),
    travelDocument(one, other),
    names(one.names, other.names),
    birth(one, other),
    differs('nationality-differs', -15, one.nationality, other.nationality),
    differs('sex-differs', -20, one.sex, other.sex),
  ].filter((part) => part !== undefined);
  return { score: Math.round(parts.reduce((sum, part) => sum + part.points, 0)), parts };
}

type MaybePart = LikenessPart | undefined;

function identityNumber(one: KnownPerson, other: KnownPerson): MaybePart {
  if (!one.nonThaiId || !other.nonThaiId) return undefined;
  return bare(one.nonThaiId) === bare(other.nonThaiId)
    ? { part: 'same-identity-number', points: 70 }
    : { part: 'other-identity-number', points: -30 };
}

/** Another passport number says little: people renew passports. */
function travelDocument(one: KnownPerson, other: KnownPerson): MaybePart {
  const [a, b] = [bare(one.travelDocumentNumber ?? ''), bare(other.travelDocumentNumber ?? '')];
  if (a === '' || b === '') return undefined;
  if (a === b) return { part: 'same-travel-document', points: 60 };
  if (lookAlike(a) === lookAlike(b)) return { part: 'look-alike-travel-document', points: 45 };
  return undefined;
}

/** The best of the scripts that both records hold. */
function names(one: Names | undefined, other: Names | undefined): MaybePart {
  const pairs = [latinName, thaiName, (name: Names | undefined) => name?.native ?? '']
    .map((pick) => [pick(one), pick(other)] as const)
    .filter(([a, b]) => a !== '' && b !== '');
  if (pairs.length === 0) return undefined;
  const best = bestOf(pairs);
  return best.score >= 0.8
    ? { part: `name-${best.why}`, points: Math.round(45 * best.score) }
    : { part: 'name-differs', points: Math.round(-60 * (0.8 - best.score)) };
}

/** Stops at the first script that leaves no doubt. */
function bestOf(pairs: readonly (readonly [string, string])[]): NameLikeness {
  let best: NameLikeness = { score: 0, why: 'different' };
  for (const [a, b] of pairs) {
    const likeness = nameLikeness(a, b);
    if (likeness.score > best.score) best = likeness;
    if (best.score >= 0.97) break;
  }
  return best;
}

const latinName = (name: Names | undefined): string =>
  [name?.firstLatin, name?.middleLatin, name?.lastLatin].filter(Boolean).join(' ');
const thaiName = (name: Names | undefined): string =>
  [name?.firstThai, name?.middleThai, name?.lastThai].filter(Boolean).join(' ');

function birth(one: KnownPerson, other: KnownPerson): MaybePart {
  if (!one.birth || !other.birth || one.birth.precision === 'unknown' || other.birth.precision === 'unknown')
    return undefined;
  if (!birthDatesAgree(one.birth, other.birth)) return { part: 'birth-differs', points: -35 };
  const bothDays = one.birth.precision === 'day' && other.birth.precision === 'day';
  return bothDays ? { part: 'same-birth-day', points: 25 } : { part: 'birth-may-agree', points: 8 };
}

function differs(part: string, points: number, a: string | undefined, b: string | undefined): MaybePart {
  return a && b && a !== b ? { part, points } : undefined;
}

const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');
/** Letters and digits that hands and cameras exchange. */
const lookAlike = (text: string): string =>
  text.replace(/O/g, '0').replace(/[IL]/g, '1').replace(/S/g, '5').replace(/B/g, '8').replace(/Z/g, '2');

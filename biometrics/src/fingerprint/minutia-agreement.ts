import { FIELD_CELL } from './finger-template.ts';
import { followedTo, type Followed } from './pattern-tracker.ts';
import type { PreparedPrint } from './prepared-print.ts';
import type { PairList } from './rigid-movement.ts';

/** What the minutiae say about two prints that were laid over each other. */
export interface MinutiaAgreement extends PairList {
  /** Pairs as a share of the minutiae that both could have seen, 0..1: false forks and endings, and strangers, lower it. */
  readonly share: number;
}

/** Distance in pixels and turn in 1/256 within which two minutiae are the same one, after tracking (dev). */
const REACH = 11;
const TURN_REACH = 22;
/** Minutiae that are added to both sides, so that two of two weigh less than twenty of twenty (dev). */
const PRIOR = 4;

interface TwoPrints {
  readonly first: PreparedPrint;
  readonly second: PreparedPrint;
}

export const NO_AGREEMENT: MinutiaAgreement = {
  a: new Uint8Array(0),
  b: new Uint8Array(0),
  pairs: 0,
  share: 0,
};

/** Pairs up the minutiae of the first print, taken to where tracking put them, with those of the second. */
export function minutiaAgreement({ first, second }: TwoPrints, followed: Followed): MinutiaAgreement {
  const { offers, seen } = collectOffers(first, second, followed);
  const pairs = takeBestOffers(offers);
  const other = countCovered(first, second, followed);
  return {
    a: Uint8Array.from(pairs, ({ i }) => i),
    b: Uint8Array.from(pairs, ({ j }) => j),
    pairs: pairs.length,
    share: pairs.length / Math.sqrt((seen + PRIOR) * (other + PRIOR)),
  };
}

interface Offer {
  readonly i: number;
  readonly j: number;
  readonly worth: number;
}

/** Every pair in reach, and how many minutiae of the first print lie where the second was followed. */
function collectOffers(
  first: PreparedPrint,
  second: PreparedPrint,
  followed: Followed,
): { offers: Offer[]; seen: number } {
  const offers: Offer[] = [];
  const turn = Math.round((Math.atan2(followed.movement.sin, followed.movement.cos) * 128) / Math.PI);
  let seen = 0;
  for (let i = 0; i < first.count; i++) {
    const place = followedTo(followed, first.x[i]!, first.y[i]!);
    if (!place) continue;
    seen++;
    const direction = first.direction[i]! + turn;
    for (let j = 0; j < second.count; j++) {
      const [dx, dy] = [second.x[j]! - place.x, second.y[j]! - place.y];
      if (dx * dx + dy * dy > REACH * REACH) continue;
      const worth = nearness(Math.hypot(dx, dy), second.direction[j]! - direction);
      if (worth > 0) offers.push({ i, j, worth });
    }
  }
  return { offers, seen };
}

/** 1 at the same place and direction, 0 out of reach. */
function nearness(distance: number, difference: number): number {
  const d = difference & 255;
  const turn = Math.min(d, 256 - d);
  return turn > TURN_REACH ? 0 : 1.01 - (0.6 * distance) / REACH - (0.4 * turn) / TURN_REACH;
}

/** Best first, each minutia once. */
function takeBestOffers(offers: Offer[]): Offer[] {
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  return offers
    .sort((p, q) => q.worth - p.worth)
    .filter(({ i, j }) => {
      if (takenA.has(i) || takenB.has(j)) return false;
      takenA.add(i);
      takenB.add(j);
      return true;
    });
}

/** Minutiae of the second print in cells that some cell of the first was followed to. */
function countCovered(first: PreparedPrint, second: PreparedPrint, followed: Followed): number {
  const { fieldCols, fieldRows } = second.picture;
  const covered = new Uint8Array(fieldCols * fieldRows);
  for (let cell = 0; cell < first.picture.fieldCols * first.picture.fieldRows; cell++) {
    const x = ((cell % first.picture.fieldCols) + 0.5) * FIELD_CELL;
    const y = (((cell / first.picture.fieldCols) | 0) + 0.5) * FIELD_CELL;
    const place = followedTo(followed, x, y);
    const [col, row] = place
      ? [Math.floor(place.x / FIELD_CELL), Math.floor(place.y / FIELD_CELL)]
      : [-1, -1];
    if (col >= 0 && row >= 0 && col < fieldCols && row < fieldRows) covered[row * fieldCols + col] = 1;
  }
  let count = 0;
  for (let j = 0; j < second.count; j++) {
    const cell = ((second.y[j]! / FIELD_CELL) | 0) * fieldCols + ((second.x[j]! / FIELD_CELL) | 0);
    count += covered[cell]!;
  }
  return count;
}

import { nameLikeness, SAME_NAME } from './name-similarity.ts';

/** How well a set of pairs is told apart: precision and recall of "the same name". */
export interface PairScore {
  readonly pairs: number;
  readonly same: number;
  readonly precision: number;
  readonly recall: number;
  /** The pairs that were judged wrongly. */
  readonly wrong: readonly (readonly [string, string, boolean])[];
}

/** Scores pairs of `[one, other, same]` at the threshold that the checks use. */
export function scorePairs(pairs: readonly (readonly [string, string, boolean])[]): PairScore {
  const judged = pairs.map((pair) => ({ pair, said: nameLikeness(pair[0], pair[1]).score >= SAME_NAME }));
  const hits = judged.filter(({ pair, said }) => said && pair[2]).length;
  const said = judged.filter((row) => row.said).length;
  const same = pairs.filter((pair) => pair[2]).length;
  return {
    pairs: pairs.length,
    same,
    precision: said === 0 ? 0 : hits / said,
    recall: same === 0 ? 0 : hits / same,
    wrong: judged.filter((row) => row.said !== row.pair[2]).map((row) => row.pair),
  };
}

import calibration from '../calibration/finger-calibration.json' with { type: 'json' };
import { findConsensus } from './descriptor-matcher.ts';
import { growTrees } from './edge-matcher.ts';
import { trackPattern, type PatternScore } from './pattern-tracker.ts';
import type { PairList } from './rigid-movement.ts';
import { preparedPrint, type PreparedPrint } from './prepared-print.ts';

/** What the matchers found, before fusion; every part is 0 where nothing fits. */
export interface MatchEvidence {
  /** How well the edges of the best tree agree, times the share of minutiae in it. */
  readonly tree: number;
  /** Mean correlation of the ridge patterns above chance, times the root of the cells it was seen in. */
  readonly pattern: number;
  /** That mean correlation itself. */
  readonly correlation: number;
}

/**
 * Compares two templates of `extractFinger`: 0 = nothing alike, higher = more alike, always finite. Symmetric only
 * up to a small amount. Throws RangeError where the bytes are no finger template of this version.
 */
export function matchFingers(a: Uint8Array, b: Uint8Array): number {
  return fuse(matchEvidence(preparedPrint(a), preparedPrint(b)));
}

export function matchEvidence(first: PreparedPrint, second: PreparedPrint): MatchEvidence {
  const trees = growTrees(first, second);
  const consensus = findConsensus(first, second);
  const pattern = bestPattern(first, second, [...trees, ...consensus]);
  const best = trees[0];
  const share = best ? best.pairs / Math.sqrt((first.count + 8) * (second.count + 8)) : 0;
  return {
    tree: best ? best.accuracy * (0.2 + share) : 0,
    pattern: patternWorth(pattern),
    correlation: Math.max(0, pattern.mean),
  };
}

/** Mean correlation that different prints reach when they are laid over each other as well as possible. */
const CHANCE = 0.2;

function patternWorth({ mean, cells }: PatternScore): number {
  return Math.max(0, mean - CHANCE) * Math.sqrt(cells);
}

/** Each matcher proposes movements; the ridges decide which is right. */
function bestPattern(
  first: PreparedPrint,
  second: PreparedPrint,
  proposals: readonly PairList[],
): PatternScore {
  let best: PatternScore = { cells: 0, mean: 0 };
  for (const proposal of proposals) {
    const score = trackPattern(first, second, proposal);
    if (patternWorth(score) > patternWorth(best)) best = score;
  }
  return best;
}

/** Logistic fusion; roots tame the long tails of sums. The score is the log odds, moved so that 0 is nothing. */
export function fuse(evidence: MatchEvidence): number {
  const { weights, scorePerUnit, scoreOffset } = calibration;
  const odds =
    weights.bias +
    weights.tree * Math.sqrt(evidence.tree) +
    weights.pattern * evidence.pattern +
    weights.correlation * evidence.correlation;
  return Math.max(0, (odds + scoreOffset) * scorePerUnit);
}

/** Score above which at most this share of different fingers should fall; between table rows by the logarithm. */
export function fingerThreshold(fmr: number): number {
  const table = calibration.thresholds;
  if (!(fmr > 0 && fmr < 1)) throw new RangeError(`false-match rate ${fmr} is not between 0 and 1`);
  let k = 1;
  while (k < table.length - 1 && fmr < table[k]!.fmr) k++;
  const [high, low] = [table[k - 1]!, table[k]!];
  const share = Math.log(fmr / high.fmr) / Math.log(low.fmr / high.fmr);
  return Math.max(0, high.score + share * (low.score - high.score));
}

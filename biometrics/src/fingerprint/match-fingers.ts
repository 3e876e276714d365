import calibration from '../calibration/finger-calibration.json' with { type: 'json' };
import { findConsensus } from './descriptor-matcher.ts';
import { growTrees } from './edge-matcher.ts';
import { layOut, type LaidOutPrints } from './laid-out-prints.ts';
import { minutiaAgreement, NO_AGREEMENT, type MinutiaAgreement } from './minutia-agreement.ts';
import { trackPattern, type PatternScore } from './pattern-tracker.ts';
import type { PairList } from './rigid-movement.ts';
import { preparedPrint, type PreparedPrint } from './prepared-print.ts';

/** What the matchers found, before fusion; every part is 0 where nothing fits. */
export interface MatchEvidence {
  /** How well the edges of the best tree agree, times the share of minutiae in it. */
  readonly tree: number;
  /** Mean correlation of the ridge patterns above chance, times the root of the cells it was seen in. */
  readonly pattern: number;
  /** That mean correlation itself: small overlaps reach a high one by chance, so it counts against the sum above. */
  readonly correlation: number;
  /** Minutiae that found their partner, as a share of those that both prints should show, 0..1. */
  readonly share: number;
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
  const prints = layOut(first, second);
  const laying = bestLaying(prints, [...trees, ...findConsensus(prints)]);
  const best = trees[0];
  const grown = best ? best.pairs / Math.sqrt((first.count + 8) * (second.count + 8)) : 0;
  return {
    tree: best ? best.accuracy * (0.2 + grown) : 0,
    pattern: patternWorth(laying),
    correlation: Math.max(0, laying.mean),
    share: laying.agreement.share,
  };
}

/** One print laid over the other along some pairs of minutiae, and what speaks for that. */
interface Laying extends PatternScore {
  readonly agreement: MinutiaAgreement;
}

const NO_LAYING: Laying = { cells: 0, mean: 0, agreement: NO_AGREEMENT };

/** Mean correlation that different prints reach when they are laid over each other as well as possible. */
const CHANCE = 0.2;

function patternWorth({ mean, cells }: PatternScore): number {
  return Math.max(0, mean - CHANCE) * Math.sqrt(cells);
}

function layingWorth(laying: Laying): number {
  const { weights } = calibration;
  return weights.pattern * patternWorth(laying) + weights.share * laying.agreement.share;
}

/** Times that a laying is improved by the minutiae that it brought together, and the fewest worth it. */
const ROUNDS = 2;
const LEAST_PAIRS = 4;

/** Each matcher proposes movements; ridges and minutiae decide which is right, and their pairs improve it. */
function bestLaying(prints: LaidOutPrints, proposals: readonly PairList[]): Laying {
  let best = NO_LAYING;
  for (const proposal of proposals) {
    const laying = layOver(prints, proposal);
    if (layingWorth(laying) > layingWorth(best)) best = laying;
  }
  for (let round = 0; round < ROUNDS && best.agreement.pairs >= LEAST_PAIRS; round++) {
    const laying = layOver(prints, best.agreement);
    if (layingWorth(laying) <= layingWorth(best)) break;
    best = laying;
  }
  return best;
}

function layOver(prints: LaidOutPrints, list: PairList): Laying {
  const tracked = trackPattern(prints, list);
  if (!tracked) return NO_LAYING;
  const { cells, mean } = tracked;
  return { cells, mean, agreement: minutiaAgreement(prints, tracked) };
}

/** Logistic fusion; roots tame the long tails of sums. The score is the log odds, moved so that 0 is nothing. */
export function fuse(evidence: MatchEvidence): number {
  const { weights, scorePerUnit, scoreOffset } = calibration;
  const odds =
    weights.bias +
    weights.tree * Math.sqrt(evidence.tree) +
    weights.pattern * evidence.pattern +
    weights.correlation * evidence.correlation +
    weights.share * evidence.share;
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

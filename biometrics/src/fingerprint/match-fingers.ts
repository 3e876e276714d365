import calibration from '../calibration/finger-calibration.json' with { type: 'json' };
import { findConsensus } from './descriptor-matcher.ts';
import { growTrees } from './edge-matcher.ts';
import { trackPattern } from './pattern-tracker.ts';
import { preparedPrint, type PreparedPrint } from './prepared-print.ts';

/** What the matchers found, before fusion; every part is 0 where nothing fits. */
export interface MatchEvidence {
  /** How well the edges of the grown tree agree, summed. */
  readonly accuracy: number;
  /** The same, weighted by the share of minutiae that found a partner. */
  readonly share: number;
  /** Likeness of the surroundings of the minutiae that fit one movement, summed. */
  readonly likeness: number;
  /** Correlation of the ridge patterns above chance, summed over cells, and its mean. */
  readonly pattern: number;
  readonly mean: number;
}

/**
 * Compares two templates of `extractFinger`: 0 = nothing alike, higher = more alike, always finite. Symmetric only
 * up to a small amount. Throws RangeError where the bytes are no finger template of this version.
 */
export function matchFingers(a: Uint8Array, b: Uint8Array): number {
  return fuse(matchEvidence(preparedPrint(a), preparedPrint(b)));
}

export function matchEvidence(first: PreparedPrint, second: PreparedPrint): MatchEvidence {
  const tree = growTrees(first, second);
  const consensus = findConsensus(first, second);
  const byTree = trackPattern(first, second, tree);
  const byConsensus = trackPattern(first, second, consensus);
  const pattern = byTree.excess >= byConsensus.excess ? byTree : byConsensus;
  const partners = tree.pairs / Math.sqrt((first.count + 8) * (second.count + 8));
  return {
    accuracy: tree.accuracy,
    share: tree.accuracy * (0.2 + partners),
    likeness: consensus.likeness,
    pattern: Math.max(0, pattern.excess),
    mean: Math.max(0, pattern.mean),
  };
}

/** Logistic fusion; the roots tame the long tails of sums. The score is the log odds, moved so that 0 is nothing. */
export function fuse(evidence: MatchEvidence): number {
  const { weights, scorePerUnit, scoreOffset } = calibration;
  const odds =
    weights.bias +
    weights.accuracy * (Math.sqrt(evidence.accuracy) / 3) +
    weights.share * (Math.sqrt(evidence.share) / 3) +
    weights.likeness * Math.sqrt(evidence.likeness) +
    weights.pattern * (Math.sqrt(evidence.pattern) / 3) +
    weights.mean * evidence.mean;
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

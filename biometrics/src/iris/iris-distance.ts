import { irisParameters } from './iris-parameters.ts';
import { readIrisTemplate, type IrisTemplate } from './iris-template.ts';
import { turnByHalfColumns, turnsWithin, type TurnedCode } from './iris-turns.ts';
import { CODE_BITS, type PhaseCode } from './phase-code.ts';
import { popcount32 } from './popcount.ts';

/** Largest value of 0.5 - distance: all bits usable and equal. */
const LARGEST_GAIN = 0.5 * Math.sqrt(CODE_BITS / irisParameters.distance.typicalBits);

/**
 * Weights by number of usable bits n, so that the normalised distance 0.5 - (0.5 - HD) sqrt(n / typical)
 * (Daugman 2007) is 0.5 - (n - 2d) * weight[n] for d differing bits; 0 where n is too few to say anything.
 *
 * @param bits length of the code; the typical and least numbers are given for 2,048 and scale with it
 */
export function distanceWeights(bits: number): Float64Array {
  const { typicalBits, leastBits } = irisParameters.distance;
  const [typical, least] = [(typicalBits * bits) / CODE_BITS, (leastBits * bits) / CODE_BITS];
  return Float64Array.from({ length: bits + 1 }, (_, n) =>
    n < least ? 0 : 1 / (2 * Math.sqrt(typical * n)),
  );
}

/**
 * The most bits of n usable ones that may differ for the normalised distance to stay below a limit; -1 where none may.
 * The same question as `distanceWeights` answers, for loops that only have to say yes or no.
 */
export function mostDiffering(bits: number, limit: number): Int32Array {
  return Int32Array.from(distanceWeights(bits), (weight, n) => {
    let most = weight === 0 ? -1 : Math.floor(n / 2);
    while (most >= 0 && 0.5 - (n - 2 * most) * weight >= limit) most--;
    return most;
  });
}

const WEIGHTS = distanceWeights(CODE_BITS);

/** The distance of two codes over all turns; the same in both orders. */
export function codeDistance(a: PhaseCode, b: PhaseCode): number {
  const reach = irisParameters.distance.halfColumns;
  const forth = nearestTurn(turnsWithin(a, reach), turnByHalfColumns(b, 0));
  return Math.min(forth, nearestTurn(turnsWithin(b, reach), turnByHalfColumns(a, 0)));
}

/** The smallest normalised distance of a code to any turn of the probe. */
function nearestTurn(turns: readonly TurnedCode[], entry: TurnedCode): number {
  const [code, mask] = [words(entry.code), words(entry.mask)];
  let nearest = 0.5;
  for (const turn of turns) {
    const [turnedCode, turnedMask] = [words(turn.code), words(turn.mask)];
    let [differing, common] = [0, 0];
    for (let w = 0; w < code.length; w++) {
      const both = (mask[w] as number) & (turnedMask[w] as number);
      common += popcount32(both);
      differing += popcount32(((code[w] as number) ^ (turnedCode[w] as number)) & both);
    }
    const distance = 0.5 - (common - 2 * differing) * (WEIGHTS[common] as number);
    if (distance < nearest) nearest = distance;
  }
  return nearest;
}

/** As 32-bit words; template parts start at odd offsets of other people's buffers, so copies are the rule. */
function words(bytes: Uint8Array): Uint32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length / 4);
}

/** The smallest distance over all pairs of readings of two templates. */
export function templateDistance(one: IrisTemplate, other: IrisTemplate): number {
  let nearest = 0.5;
  for (const x of one.hypotheses) {
    for (const y of other.hypotheses) nearest = Math.min(nearest, codeDistance(x, y));
  }
  return nearest;
}

/**
 * Normalised Hamming distance of two templates: about 0.4 for different eyes (the best of many turns and
 * readings), below 0.3 for the same; undefined where one of them is not a template of this engine.
 */
export function irisDistance(a: Uint8Array, b: Uint8Array): number | undefined {
  const [one, other] = [readIrisTemplate(a), readIrisTemplate(b)];
  return one && other ? templateDistance(one, other) : undefined;
}

/** Similarity of two templates, 0 (nothing alike) to 1 (every bit usable and equal); 0 for what is no template. */
export function matchIris(a: Uint8Array, b: Uint8Array): number {
  return irisScore(irisDistance(a, b) ?? 0.5);
}

/** The score that belongs to a normalised distance. */
export function irisScore(distance: number): number {
  return Math.min(1, Math.max(0, (0.5 - distance) / LARGEST_GAIN));
}

import { fastestKernel } from '../fastest-kernel.ts';
import { distanceWeights, mostDiffering } from './iris-distance.ts';
import { createIrisKernel, KERNEL_VARIANTS, type IrisKernel, type KernelVariant } from './iris-kernel.ts';

const ENTRIES = 400;
const [TURNS_AT, WEIGHTS_AT, ENTRIES_AT] = [0, 16 * 512, 32 * 1024];
const OUT_AT = ENTRIES_AT + ENTRIES * 512;

/**
 * The variant that this machine runs fastest, after all have compared the same 6,000 made-up codes. Takes about 20 ms.
 *
 * @param now milliseconds, for instance `performance.now`
 */
export function chooseIrisKernel(now: () => number): KernelVariant {
  return fastestKernel({
    variants: KERNEL_VARIANTS,
    create: (variant) => createIrisKernel(variant),
    task: selfTest,
    now,
  }).variant;
}

function selfTest(kernel: IrisKernel): Float64Array {
  kernel.reserve(OUT_AT + ENTRIES * 16);
  fillWithNoise(new Uint32Array(kernel.memory(), TURNS_AT, 15 * 128), 1);
  fillWithNoise(new Uint32Array(kernel.memory(), ENTRIES_AT, ENTRIES * 128), 2);
  new Float64Array(kernel.memory(), WEIGHTS_AT, 2049).set(distanceWeights(2048));
  kernel.nearestAll(
    { at: TURNS_AT, count: 15, weights: WEIGHTS_AT },
    { at: ENTRIES_AT, count: ENTRIES },
    OUT_AT,
  );
  const distances = [...new Float64Array(kernel.memory(), OUT_AT, ENTRIES)];
  return Float64Array.from([...distances, ...sieveTest(kernel)]);
}

/** The same words read as sieve codes, four to an entry. */
function sieveTest(kernel: IrisKernel): Uint32Array {
  new Int32Array(kernel.memory(), WEIGHTS_AT, 513).set(mostDiffering(512, 0.45));
  const turns = { at: TURNS_AT, count: 15, limits: WEIGHTS_AT };
  const found = kernel.sieve(turns, { at: ENTRIES_AT, count: 4 * ENTRIES }, OUT_AT);
  return new Uint32Array(kernel.memory(), OUT_AT, found);
}

/** Fixed pseudo-random words (xorshift32). */
function fillWithNoise(words: Uint32Array, seed: number): void {
  let state = 0x9e3779b9 ^ seed;
  for (let i = 0; i < words.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[i] = state;
  }
}

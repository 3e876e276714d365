import { performance } from 'node:perf_hooks';
import { makeCode } from '../gallery/make-code.ts';
import type { SearchTurns } from '../gallery/shard-probe.ts';
import { chooseIrisKernel } from './choose-iris-kernel.ts';
import { drawEye } from './draw-eye.ts';
import { extractIris } from './extract-iris.ts';
import { interleavedPairs, type BenchFigures, type Side } from './interleaved-pairs.ts';
import { distanceWeights } from './iris-distance.ts';
import { createIrisKernel, type IrisKernel, type KernelVariant } from './iris-kernel.ts';
import { turnsWithin } from './iris-turns.ts';
import { benchIrisSearch } from './iris-search-bench.ts';

/** 15 rotations: whole columns up to 19.7 degrees each way. */
const FIFTEEN: SearchTurns = { halfColumns: 14, sieveStep: 2 };

/**
 * Images of 640x480 a second. There is one implementation only, so the control is the least any
 * extraction must do: one gradient pass over the same image.
 */
function benchExtract(): Promise<BenchFigures & { msPerImage: number }> {
  const images = [1, 2, 3, 4].map((identity) =>
    drawEye({
      identity,
      width: 640,
      height: 480,
      irisRadius: 110 + 5 * identity,
      pupilRadius: 35 + 5 * identity,
    }),
  );
  const extract = { run: () => images.filter((image) => extractIris(image).ok).length };
  const gradient = { run: () => images.filter(({ pixels, width }) => gradientSum(pixels, width) > 0).length };
  const figures = interleavedPairs({ name: 'iris-extract', unit: 'images/s', rounds: 15 }, extract, gradient);
  return Promise.resolve({ ...figures, msPerImage: 1000 / figures.candidate });
}

function gradientSum(pixels: Uint8Array, width: number): number {
  let sum = 0;
  for (let i = width; i < pixels.length; i++) {
    const dx = (pixels[i] as number) - (pixels[i - 1] as number);
    const dy = (pixels[i] as number) - (pixels[i - width] as number);
    sum += dx * dx + dy * dy;
  }
  return sum;
}

const ENTRIES = 20_000;
const [TURNS_AT, WEIGHTS_AT, ENTRIES_AT] = [0, 0x4000, 0x10000];
const OUT_AT = ENTRIES_AT + ENTRIES * 512;

/** Full codes compared at 15 rotations a second, against how fast the same bytes can be copied. */
function benchMatch(): Promise<
  BenchFigures & { kernel: string; perVariant: Record<string, number>; timesTwin: number }
> {
  const kernel = chooseIrisKernel(() => performance.now());
  const bytes = new Uint8Array(ENTRIES * 512).fill(7);
  const copy = { run: () => bytes.slice().length / 512 };
  const figures = interleavedPairs(
    { name: 'iris-match', unit: 'comparisons/s', rounds: 15 },
    matching(kernel, ENTRIES),
    copy,
  );
  const rate = (variant: KernelVariant, entries: number) =>
    interleavedPairs({ name: variant, unit: '', rounds: 5 }, matching(variant, entries), copy).candidate;
  const perVariant = {
    scalar: rate('scalar', ENTRIES),
    simd: rate('simd', ENTRIES),
    typescript: rate('typescript', 2000),
  };
  return Promise.resolve({
    ...figures,
    kernel,
    perVariant,
    timesTwin: figures.candidate / perVariant.typescript,
  });
}

function matching(variant: KernelVariant, entries: number): Side {
  const kernel = createIrisKernel(variant);
  kernel.reserve(OUT_AT + ENTRIES * 8);
  fillForMatching(kernel);
  const turns = { at: TURNS_AT, count: 15, weights: WEIGHTS_AT };
  return {
    run: () => {
      kernel.nearestAll(turns, { at: ENTRIES_AT, count: entries }, OUT_AT);
      return entries;
    },
  };
}

function fillForMatching(kernel: IrisKernel): void {
  const memory = new Uint8Array(kernel.memory());
  turnsWithin(makeCode(1), FIFTEEN.halfColumns, 2).forEach(({ code, mask }, i) => {
    memory.set(code, TURNS_AT + i * 512);
    memory.set(mask, TURNS_AT + i * 512 + 256);
  });
  for (let e = 0; e < ENTRIES; e++) {
    const { even, evenMask } = makeCode(e % 500);
    memory.set(even, ENTRIES_AT + e * 512);
    memory.set(evenMask, ENTRIES_AT + e * 512 + 256);
  }
  new Float64Array(kernel.memory(), WEIGHTS_AT, 2049).set(distanceWeights(2048));
}

export const benches = {
  'iris-extract': benchExtract,
  'iris-match': benchMatch,
  'iris-search': benchIrisSearch,
};

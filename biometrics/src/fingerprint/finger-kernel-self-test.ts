import { DESCRIPTOR_BYTES } from './ridge-descriptor.ts';
import { performance } from 'node:perf_hooks';
import { fastestKernel } from '../fastest-kernel.ts';
import { createMatchKernel, MATCH_KERNEL_VARIANTS, type MatchKernel } from './match-kernel.ts';
import {
  createRidgeKernel,
  RIDGE_KERNEL_VARIANTS,
  type RidgeKernel,
  type RidgeKernelVariant,
} from './ridge-kernel.ts';

let ridges: RidgeKernel | undefined;
let matching: MatchKernel | undefined;

/** The kernel of this process for extraction; chosen at first use, which takes some milliseconds. */
export function ridgeKernel(): RidgeKernel {
  return (ridges ??= fastestKernel({
    variants: RIDGE_KERNEL_VARIANTS,
    create: createRidgeKernel,
    task: (kernel) => Float64Array.from([...filterNoise(kernel), ...wavesOfNoise(kernel)]),
    now: () => performance.now(),
  }));
}

/** The same for matching. */
export function matchKernel(): MatchKernel {
  return (matching ??= fastestKernel({
    variants: MATCH_KERNEL_VARIANTS,
    create: createMatchKernel,
    task: (kernel) => matchNoise(kernel),
    now: () => performance.now(),
  }));
}

/** Takes this variant of both kernels from now on, or lets the next use choose again: for benches and tests. */
export function useFingerKernels(variant?: RidgeKernelVariant): void {
  ridges = variant === undefined ? undefined : createRidgeKernel(variant);
  matching = variant === undefined ? undefined : createMatchKernel(variant);
}

/** So that the work outweighs the making of the noise. */
const REPEATS = 8;
const SIDE = 64;
const TAPS = 21;

/** Filters a plane of noise with one kernel of 21 taps. */
export function filterNoise(kernel: RidgeKernel, seed = 7): Float32Array {
  const [plane, to, filter, at] = [0, 0x4000, 0x8000, 0x8200];
  const blocks = (SIDE / 4 - 4) ** 2;
  const floats = new Float32Array(kernel.memory());
  const words = new Int32Array(kernel.memory());
  const random = noise(seed);
  for (let i = 0; i < SIDE * SIDE; i++) floats[i] = random() / 0x80000000 - 1;
  words[filter / 4] = TAPS;
  for (let k = 0; k < TAPS; k++) {
    words[filter / 4 + 1 + 2 * k] = 4 * ((k % 5) - 2 + SIDE * ((k >> 2) - 2));
    floats[filter / 4 + 2 + 2 * k] = random() / 0x80000000 - 1;
  }
  for (let b = 0; b < blocks; b++) {
    const [col, row] = [8 + 4 * (b % 12), 8 + 4 * Math.floor(b / 12)];
    words[at / 4 + 2 * b] = 4 * (row * SIDE + col);
    words[at / 4 + 2 * b + 1] = filter;
  }
  const job = { plane, stride: 4 * SIDE, at, count: blocks };
  for (let k = 0; k < REPEATS; k++) kernel.filterBlocks(job, to);
  kernel.blockEnergies(job, at + 8 * blocks);
  const energies = new Float32Array(kernel.memory(), at + 8 * blocks, blocks);
  return Float32Array.from([...new Float32Array(kernel.memory(), to, SIDE * SIDE), ...energies]);
}

/** Energy and waves of 40 windows, some of which reach over the edge, over a plane of noise with made-up tables. */
export function wavesOfNoise(kernel: RidgeKernel, seed = 5): Float64Array {
  const [tables, windows, out, count] = [0x10000, 0x16000, 0x18000, 40];
  const random = noise(seed);
  const plane = new Float32Array(kernel.memory(), 0, SIDE * SIDE);
  for (let i = 0; i < plane.length; i++) plane[i] = random() / 0x80000000 - 1;
  const numbers = new Float64Array(kernel.memory(), tables, 42 + 24 * 82);
  for (let i = 0; i < numbers.length; i++) numbers[i] = Math.fround(random() / 0x100000000);
  const places = new Float64Array(kernel.memory(), windows, 4 * count);
  for (let w = 0; w < count; w++)
    places.set([(random() % 64) + 0.5, (random() % 64) + 0.5, Math.cos(w), Math.sin(w)], 4 * w);
  kernel.ridgeWaves({ plane: 0, width: SIDE, height: SIDE, windows, count, tables, out });
  return new Float64Array(kernel.memory(), out, 25 * count).slice();
}

/** Compares 24 noisy descriptors with 24 others and settles 40 blocks of one noisy pattern in another. */
export function matchNoise(kernel: MatchKernel, seed = 11): Float64Array {
  const [a, b, out, places, patterns] = [0x2000, 0x4000, 0x6000, 0x9000, 0xa000];
  const random = noise(seed);
  const bytes = new Uint8Array(kernel.memory());
  for (let i = 0; i < 24 * DESCRIPTOR_BYTES; i++) {
    bytes[a + i] = random();
    bytes[b + i] = (random() & 3) === 0 ? random() : bytes[a + i]!;
    const seen = i % DESCRIPTOR_BYTES >= DESCRIPTOR_BYTES - 48;
    if (seen)
      [bytes[a + i], bytes[b + i]] = [a, b].map((at) => (bytes[at + i]! < 40 ? 0 : 255)) as [number, number];
  }
  for (let i = 0; i < 100 * 100; i++) {
    bytes[patterns + i] = 13 * Math.sin(i / 2 + i / 300) + (random() % 3);
    bytes[patterns + 10_016 + i] = 13 * Math.sin(i / 2 + i / 290) + (random() % 3);
  }
  const offsets = new Int32Array(kernel.memory(), places, 128);
  for (let k = 0; k < 64; k++) {
    offsets[k] = ((k & 7) - 3.5) * 1.5 * 65536;
    offsets[64 + k] = ((k >> 3) - 3.5) * 1.5 * 65536;
  }
  for (let k = 0; k < REPEATS; k++) kernel.descriptorWorths({ at: a, count: 24 }, { at: b, count: 24 }, out);
  const made = [...new Float64Array(kernel.memory(), out, 24 * 24)];
  const pattern = { at: patterns + 10_016, cols: 100, rows: 100 };
  bytes[pattern.at - 1] = 0;
  const [block, stepsAt] = [0x9a00, 0x9800];
  for (let k = 0; k < 40; k++) {
    const [x, y] = [10 + 4.5 * k, 190 - 4.3 * k];
    cutBlock(bytes, { from: patterns, to: block, x: x / 2, y: y / 2 });
    const at = { baseX: x + 0.3 * k - 6, baseY: y + 1.7, normalX: Math.sin(k), normalY: Math.cos(k) };
    made.push(kernel.settle({ pattern, places, out: stepsAt, block, ...at }));
    made.push(new Float64Array(kernel.memory(), stepsAt, 1)[0]!);
  }
  return Float64Array.from(made);
}

/** A block of 8 x 8 samples around a place of a pattern of 100 x 100 dots; 0 beyond its sides. */
function cutBlock(bytes: Uint8Array, cut: { from: number; to: number; x: number; y: number }): void {
  for (let k = 0; k < 64; k++) {
    const [col, row] = [
      Math.round(cut.x + ((k & 7) - 3.5) * 1.5),
      Math.round(cut.y + ((k >> 3) - 3.5) * 1.5),
    ];
    const inside = col >= 0 && row >= 0 && col < 100 && row < 100;
    bytes[cut.to + k] = inside ? bytes[cut.from + row * 100 + col]! : 0;
  }
}

/** Fixed pseudo-random words (xorshift32). */
function noise(seed: number): () => number {
  let state = 0x9e3779b9 ^ seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

import { loadSharedKernel, sharedMemory, type SharedMemory } from '../load-kernel-module.ts';
import { typescriptIrisKernel } from './typescript-kernel.ts';

export const KERNEL_VARIANTS = ['scalar', 'simd', 'typescript'] as const;
export type KernelVariant = (typeof KERNEL_VARIANTS)[number];

/** A probe's turns in kernel memory: `count` codes of 512 bytes, a multiple of five, and the weights by bits (float64). */
export interface TurnsInMemory {
  readonly at: number;
  readonly count: number;
  readonly weights: number;
}

/** The turned sieve codes of a probe, 128 bytes each; and how many bits may differ, by usable ones (int32). */
export interface SieveTurns {
  readonly at: number;
  readonly count: number;
  readonly limits: number;
}

/** Stored codes in kernel memory. */
export interface EntriesInMemory {
  readonly at: number;
  readonly count: number;
}

/**
 * The inner loops of iris comparison over one linear memory that the caller lays out (addresses in
 * bytes; codes at multiples of 8). All variants give the same bits.
 */
export interface IrisKernel {
  readonly variant: KernelVariant;
  /** The memory as it is now; a new object after `reserve`. */
  memory(): ArrayBufferLike;
  /** Makes the memory at least this long; throws RangeError where the machine or the 4 GiB limit refuses. */
  reserve(bytes: number): void;
  /** Smallest normalised distance of each entry to any turn, as float64 at `out`. */
  nearestAll(turns: TurnsInMemory, entries: EntriesInMemory, out: number): void;
  /** Writes the positions (uint32 at `out`) of entries that keep the limit in some turn; returns how many. */
  sieve(turns: SieveTurns, entries: EntriesInMemory, out: number): number;
}

interface KernelExports {
  nearestAll(
    turns: number,
    count: number,
    weights: number,
    codes: number,
    entries: number,
    out: number,
  ): void;

  sieve(turns: number, count: number, limits: number, plane: number, entries: number, out: number): number;
}

/**
 * A kernel over a memory of its own, or over one that other threads have as well and that never grows. Throws where
 * the machine cannot run the variant (old CPUs and SIMD).
 */
export function createIrisKernel(variant: KernelVariant, shared?: SharedMemory): IrisKernel {
  if (variant === 'typescript') return typescriptIrisKernel(shared?.buffer);
  const own = shared ?? sharedMemory(1 << 20, 2 ** 32);
  const { memory, reserve, functions } = loadSharedKernel<KernelExports>(`iris-${variant}`, own);
  return {
    variant,
    memory,
    reserve,
    nearestAll: ({ at, count, weights }, entries, out) =>
      functions.nearestAll(at, count, weights, entries.at, entries.count, out),
    sieve: ({ at, count, limits }, entries, out) =>
      functions.sieve(at, count, limits, entries.at, entries.count, out),
  };
}

import { loadKernelModule } from '../load-kernel-module.ts';
import { typescriptIrisKernel } from './typescript-kernel.ts';

export const KERNEL_VARIANTS = ['scalar', 'simd', 'typescript'] as const;
export type KernelVariant = (typeof KERNEL_VARIANTS)[number];

/** A probe's turns in kernel memory: `count` codes of 512 (or, in the sieve, 128) bytes, and the weights by bits. */
export interface TurnsInMemory {
  readonly at: number;
  /** A multiple of 5 for `nearestAll`, of 4 for `sieve`. */
  readonly count: number;
  readonly weights: number;
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
  memory(): ArrayBuffer;
  /** Makes the memory at least this long; throws RangeError where the machine or the 4 GiB limit refuses. */
  reserve(bytes: number): void;
  /** Smallest normalised distance of each entry to any turn, as float64 at `out`. */
  nearestAll(turns: TurnsInMemory, entries: EntriesInMemory, out: number): void;
  /** Writes the positions (uint32 at `out`) of entries nearer than `limit`; returns how many. */
  sieve(turns: TurnsInMemory, entries: EntriesInMemory, limit: number, out: number): number;
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

  sieve(
    turns: number,
    count: number,
    weights: number,
    plane: number,
    entries: number,
    limit: number,
    out: number,
  ): number;
}

/** A kernel with its own memory. Throws where the machine cannot run the variant (old CPUs and SIMD). */
export function createIrisKernel(variant: KernelVariant): IrisKernel {
  if (variant === 'typescript') return typescriptIrisKernel();
  const { memory, reserve, functions } = loadKernelModule<KernelExports>(`iris-${variant}`);
  return {
    variant,
    memory,
    reserve,
    nearestAll: ({ at, count, weights }, entries, out) =>
      functions.nearestAll(at, count, weights, entries.at, entries.count, out),
    sieve: ({ at, count, weights }, entries, limit, out) =>
      functions.sieve(at, count, weights, entries.at, entries.count, limit, out),
  };
}

import { loadKernelModule } from '../load-kernel-module.ts';
import { typescriptRidgeKernel } from './typescript-ridge-kernel.ts';

export const RIDGE_KERNEL_VARIANTS = ['simd', 'scalar', 'typescript'] as const;
export type RidgeKernelVariant = (typeof RIDGE_KERNEL_VARIANTS)[number];

/** Blocks of 4 x 4 pixels of a float32 plane in kernel memory; `at` holds two uint32 a block: offset and kernel. */
export interface BlockJob {
  /** Address of the plane and bytes of one of its rows. */
  readonly plane: number;
  readonly stride: number;
  readonly at: number;
  readonly count: number;
}

/** Windows across the ridges (x, y, cosine and sine, float64 each) of a float32 plane, and the tables of `ridge-period`. */
export interface WaveJob {
  readonly plane: number;
  readonly width: number;
  readonly height: number;
  readonly windows: number;
  readonly count: number;
  readonly tables: number;
  /** 25 float64 a window: its mean energy, and the power of each of the 24 waves. */
  readonly out: number;
}

/**
 * The oriented filters of finger extraction over one linear memory that the caller lays out (addresses in bytes,
 * multiples of 4). A filter is its number of taps (int32), then offset in bytes (int32) and weight (float32) of
 * each; the caller sees to it that no tap leaves the plane. All variants give the same bits.
 */
export interface RidgeKernel {
  readonly variant: RidgeKernelVariant;
  /** The memory as it is now; a new object after `reserve`. */
  memory(): ArrayBuffer;
  /** Makes the memory at least this long; throws RangeError where the machine refuses. */
  reserve(bytes: number): void;
  /** Filters each block into the plane of the same size at `to`. */
  filterBlocks(job: BlockJob, to: number): void;
  /** Sum of the squares of each filtered block, float32 at `out`, which has room for three more. */
  blockEnergies(job: BlockJob, out: number): void;
  /** Energy and waves of each window. */
  ridgeWaves(job: WaveJob): void;
}

interface RidgeExports {
  filterBlocks(plane: number, to: number, stride: number, at: number, count: number): void;
  blockEnergies(plane: number, stride: number, at: number, count: number, out: number): void;
  ridgeWaves(...numbers: number[]): void;
}

/** A kernel with its own memory. Throws where the machine cannot run the variant. */
export function createRidgeKernel(variant: RidgeKernelVariant): RidgeKernel {
  if (variant === 'typescript') return typescriptRidgeKernel();
  const { memory, reserve, functions } = loadKernelModule<RidgeExports>(`ridge-${variant}`);
  return {
    variant,
    memory,
    reserve,
    filterBlocks: ({ plane, stride, at, count }, to) => functions.filterBlocks(plane, to, stride, at, count),
    blockEnergies: ({ plane, stride, at, count }, out) =>
      functions.blockEnergies(plane, stride, at, count, out),
    ridgeWaves: ({ plane, width, height, windows, count, tables, out }) =>
      functions.ridgeWaves(plane, width, height, windows, count, tables, out),
  };
}

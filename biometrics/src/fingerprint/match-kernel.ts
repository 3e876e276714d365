import { loadKernelModule } from '../load-kernel-module.ts';
import { typescriptMatchKernel } from './typescript-match-kernel.ts';

export const MATCH_KERNEL_VARIANTS = ['simd', 'scalar', 'typescript'] as const;
export type MatchKernelVariant = (typeof MATCH_KERNEL_VARIANTS)[number];

export interface DescriptorsInMemory {
  readonly at: number;
  readonly count: number;
}

/** Dots of a ridge pattern, -16..16, one byte each, 0 outside the print and in the byte before the first. */
export interface PatternInMemory {
  readonly at: number;
  readonly cols: number;
  readonly rows: number;
}

/** A block of 64 samples (int8) that is looked for in a pattern: positions in pixels. */
export interface SettleJob {
  readonly pattern: PatternInMemory;
  /** Where the samples lie from the block's middle: 64 columns, then 64 rows, int32 in 1/65536 of a dot. */
  readonly places: number;
  /** Where the steps that were taken are written, float64. */
  readonly out: number;
  block: number;
  baseX: number;
  baseY: number;
  normalX: number;
  normalY: number;
}

/** The inner loops of finger matching over one linear memory that the caller lays out. All variants give the same bits. */
export interface MatchKernel {
  readonly variant: MatchKernelVariant;
  memory(): ArrayBuffer;
  reserve(bytes: number): void;
  /** Likeness 0..1 of each of the first with each of the second, float64, row by row. */
  descriptorWorths(a: DescriptorsInMemory, b: DescriptorsInMemory, out: number): void;
  /** Climbs across the ridges to the best place; its correlation less the price of the way, -9 where nothing is seen. */
  settle(job: SettleJob): number;
}

interface MatchExports {
  descriptorWorths(a: number, aCount: number, b: number, bCount: number, out: number): void;
  settle(...numbers: number[]): number;
}

/** A kernel with its own memory. Throws where the machine cannot run the variant. */
export function createMatchKernel(variant: MatchKernelVariant): MatchKernel {
  if (variant === 'typescript') return typescriptMatchKernel();
  const { memory, reserve, functions } = loadKernelModule<MatchExports>(`print-match-${variant}`);
  const { settle } = functions;
  return {
    variant,
    memory,
    reserve,
    descriptorWorths: (a, b, out) => functions.descriptorWorths(a.at, a.count, b.at, b.count, out),
    settle: ({ block, pattern, baseX, baseY, normalX, normalY, places, out }) =>
      settle(block, pattern.at, pattern.cols, pattern.rows, baseX, baseY, normalX, normalY, places, out),
  };
}

import { loadKernelModule } from '../load-kernel-module.ts';
import { typescriptMatchKernel } from './typescript-match-kernel.ts';

export const MATCH_KERNEL_VARIANTS = ['simd', 'scalar', 'typescript'] as const;
export type MatchKernelVariant = (typeof MATCH_KERNEL_VARIANTS)[number];

export interface DescriptorsInMemory {
  readonly at: number;
  readonly count: number;
}

/** Dots of a ridge pattern, -16..16, one byte each, 0 outside the print. */
export interface PatternInMemory {
  readonly at: number;
  readonly cols: number;
  readonly rows: number;
}

/** A block of the first pattern that is looked for in the second: positions in pixels, offsets of 64 samples in dots. */
export interface SettleJob {
  readonly first: PatternInMemory;
  readonly second: PatternInMemory;
  /** Addresses of 64 pairs of float32: the samples as they lie in the first print, and turned. */
  readonly plain: number;
  readonly turned: number;
  /** Where the steps that were taken are written, float64. */
  readonly out: number;
  x: number;
  y: number;
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
    settle: ({ first: a, second: b, plain, turned, out, x, y, baseX, baseY, normalX, normalY }) =>
      // prettier-ignore
      settle(a.at, a.cols, a.rows, x, y, plain, b.at, b.cols, b.rows, baseX, baseY, normalX, normalY, turned, out),
  };
}

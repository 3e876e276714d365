import { DESCRIPTOR_BYTES } from './ridge-descriptor.ts';
import { matchKernel } from './finger-kernel-self-test.ts';
import type { DescriptorsInMemory, MatchKernel, PatternInMemory } from './match-kernel.ts';
import { patternBlocks, type PatternBlocks } from './pattern-blocks.ts';
import type { PreparedPrint } from './prepared-print.ts';

/** Where things lie in the kernel's memory; a template has at most 255 minutiae. */
const PLACES_AT = 0x1000;
const STEPS_AT = 0x1400;
const FIRST_AT = 0x2000;
const SECOND_AT = 0xc000;
const WORTHS_AT = 0x16000;
/** Sixteen bytes before it stay 0: what lies outside the pattern is read there. */
const PATTERN_AT = 0x96010;

/** Two prints in the kernel's memory, ready to be compared; true until the next two are laid out. */
export interface LaidOutPrints {
  readonly first: PreparedPrint;
  readonly second: PreparedPrint;
  readonly kernel: MatchKernel;
  readonly descriptors: readonly [DescriptorsInMemory, DescriptorsInMemory];
  /** The second print's ridges, in which the first print's blocks are looked for. */
  readonly pattern: PatternInMemory;
  readonly blocks: PatternBlocks;
  readonly blocksAt: number;
  readonly worthsAt: number;
  readonly placesAt: number;
  readonly stepsAt: number;
  /** The steps that the kernel took last. */
  readonly steps: Float64Array;
}

export function layOut(first: PreparedPrint, second: PreparedPrint): LaidOutPrints {
  const kernel = matchKernel();
  const blocks = patternBlocks(first.picture);
  const blocksAt = PATTERN_AT + Math.ceil(second.picture.soft.length / 16) * 16;
  kernel.reserve(blocksAt + blocks.samples.length);
  const bytes = new Uint8Array(kernel.memory());
  bytes.set(first.descriptors.bytes, FIRST_AT);
  bytes.set(second.descriptors.bytes, SECOND_AT);
  bytes.fill(0, PATTERN_AT - 16, PATTERN_AT);
  const dots = new Int8Array(kernel.memory());
  dots.set(second.picture.soft, PATTERN_AT);
  dots.set(blocks.samples, blocksAt);
  return {
    first,
    second,
    kernel,
    descriptors: [descriptorsOf(first, FIRST_AT), descriptorsOf(second, SECOND_AT)],
    pattern: { at: PATTERN_AT, cols: second.picture.cols, rows: second.picture.rows },
    blocks,
    blocksAt,
    worthsAt: WORTHS_AT,
    placesAt: PLACES_AT,
    stepsAt: STEPS_AT,
    steps: new Float64Array(kernel.memory(), STEPS_AT, 1),
  };
}

function descriptorsOf({ descriptors }: PreparedPrint, at: number): DescriptorsInMemory {
  return { at, count: descriptors.bytes.length / DESCRIPTOR_BYTES };
}

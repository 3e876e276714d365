import { DESCRIPTOR_BYTES } from './ridge-descriptor.ts';
import { matchKernel } from './finger-kernel-self-test.ts';
import type { DescriptorsInMemory, MatchKernel, PatternInMemory } from './match-kernel.ts';
import type { PreparedPrint } from './prepared-print.ts';
import type { RidgePicture } from './ridge-picture.ts';

/** Where things lie in the kernel's memory; a template has at most 255 minutiae. */
const PLAIN_AT = 0x1000;
const TURNED_AT = 0x1200;
const STEPS_AT = 0x1400;
const FIRST_AT = 0x2000;
const SECOND_AT = 0xc000;
const WORTHS_AT = 0x16000;
const PATTERNS_AT = 0x96000;

/** Two prints in the kernel's memory, ready to be compared; true until the next two are laid out. */
export interface LaidOutPrints {
  readonly first: PreparedPrint;
  readonly second: PreparedPrint;
  readonly kernel: MatchKernel;
  readonly descriptors: readonly [DescriptorsInMemory, DescriptorsInMemory];
  readonly patterns: readonly [PatternInMemory, PatternInMemory];
  readonly worthsAt: number;
  readonly plainAt: number;
  readonly turnedAt: number;
  readonly stepsAt: number;
}

export function layOut(first: PreparedPrint, second: PreparedPrint): LaidOutPrints {
  const kernel = matchKernel();
  const secondPatternAt = PATTERNS_AT + first.picture.soft.length;
  kernel.reserve(secondPatternAt + second.picture.soft.length);
  const bytes = new Uint8Array(kernel.memory());
  bytes.set(first.descriptors.bytes, FIRST_AT);
  bytes.set(second.descriptors.bytes, SECOND_AT);
  const dots = new Int8Array(kernel.memory());
  dots.set(first.picture.soft, PATTERNS_AT);
  dots.set(second.picture.soft, secondPatternAt);
  return {
    first,
    second,
    kernel,
    descriptors: [descriptorsOf(first, FIRST_AT), descriptorsOf(second, SECOND_AT)],
    patterns: [patternOf(first.picture, PATTERNS_AT), patternOf(second.picture, secondPatternAt)],
    worthsAt: WORTHS_AT,
    plainAt: PLAIN_AT,
    turnedAt: TURNED_AT,
    stepsAt: STEPS_AT,
  };
}

function descriptorsOf({ descriptors }: PreparedPrint, at: number): DescriptorsInMemory {
  return { at, count: descriptors.bytes.length / DESCRIPTOR_BYTES };
}

function patternOf({ cols, rows }: RidgePicture, at: number): PatternInMemory {
  return { at, cols, rows };
}

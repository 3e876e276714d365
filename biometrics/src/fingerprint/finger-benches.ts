import { FINGER_POSITIONS } from '../codes.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { interleavedPairs, type BenchFigures } from '../iris/interleaved-pairs.ts';
import { syntheticPerson } from '../readers/simulators/synthetic-person.ts';
import { growTrees } from './edge-matcher.ts';
import { extractFinger } from './extract-finger.ts';
import { matchEvidence } from './match-fingers.ts';
import { preparePrint, type PreparedPrint } from './prepared-print.ts';
import { decodeFingerTemplate } from './finger-template.ts';

/** Prints of people who do not exist, 388 x 374 at 500 ppi, as a single-finger reader gives them. */
function somePrints(count: number): GrayImage[] {
  return FINGER_POSITIONS.slice(0, count).map((position) =>
    syntheticPerson('bench').finger(position, { severity: 0.2 }),
  );
}

/**
 * Prints a second on one core. There is no second implementation, so the control is the least any extraction must
 * do: one gradient pass over the same pictures.
 */
function benchExtract(): Promise<BenchFigures & { msPerImage: number }> {
  const prints = somePrints(4);
  const extract = { run: () => prints.filter((print) => extractFinger(print).ok).length };
  const gradient = { run: () => prints.filter((print) => gradientSum(print) > 0).length };
  const figures = interleavedPairs(
    { name: 'finger-extract', unit: 'images/s', rounds: 15 },
    extract,
    gradient,
  );
  return Promise.resolve({ ...figures, msPerImage: 1000 / figures.candidate });
}

function gradientSum({ pixels, width }: GrayImage): number {
  let sum = 0;
  for (let i = width; i < pixels.length; i++) {
    sum += (pixels[i]! - pixels[i - 1]!) ** 2 + (pixels[i]! - pixels[i - width]!) ** 2;
  }
  return sum;
}

/** Comparisons of different fingers a second on one core, all matchers; the control is the edge matcher alone. */
function benchMatch(): Promise<BenchFigures & { microseconds: number }> {
  const prints = somePrints(8).flatMap(preparedFrom);
  const pairs = prints.flatMap((a, i) => prints.slice(i + 1).map((b) => [a, b] as const));
  const counted = (compare: (a: PreparedPrint, b: PreparedPrint) => unknown) => ({
    run: () => {
      for (const [a, b] of pairs) compare(a, b);
      return pairs.length;
    },
  });
  const settings = { name: 'finger-match', unit: 'comparisons/s', rounds: 15 };
  const figures = interleavedPairs(settings, counted(matchEvidence), counted(growTrees));
  return Promise.resolve({ ...figures, microseconds: 1e6 / figures.candidate });
}

function preparedFrom(print: GrayImage): PreparedPrint[] {
  const made = extractFinger(print);
  return made.ok ? [preparePrint(decodeFingerTemplate(made.template))] : [];
}

export const benches = { 'finger-extract': benchExtract, 'finger-match': benchMatch };

import { FINGER_POSITIONS } from '../codes.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { interleavedPairs, type BenchFigures, type Side } from '../iris/interleaved-pairs.ts';
import { syntheticPerson } from '../readers/simulators/synthetic-person.ts';
import { extractFinger } from './extract-finger.ts';
import { matchKernel, ridgeKernel, useFingerKernels } from './finger-kernel-self-test.ts';
import { matchEvidence } from './match-fingers.ts';
import { preparePrint, type PreparedPrint } from './prepared-print.ts';
import { decodeFingerTemplate } from './finger-template.ts';
import type { RidgeKernelVariant } from './ridge-kernel.ts';

/** Prints of people who do not exist, 388 x 374 at 500 ppi, as a single-finger reader gives them. */
function somePrints(count: number): GrayImage[] {
  return FINGER_POSITIONS.slice(0, count).map((position) =>
    syntheticPerson('bench').finger(position, { severity: 0.2 }),
  );
}

/** A side of a bench that works with one variant of the kernels; set up again only when the other has worked. */
function withKernels(variant: RidgeKernelVariant, work: () => number): Side {
  return {
    prepare: () => useFingerKernels(variant),
    run: work,
  };
}

/** Prints a second of processor time on one core; the control is the same extraction with the plain TypeScript loops. */
function benchExtract(): Promise<BenchFigures & { kernel: string; msPerImage: number; msOfTwin: number }> {
  useFingerKernels();
  const kernel = ridgeKernel().variant;
  const prints = somePrints(4);
  const extract = (): number => prints.filter((print) => extractFinger(print).ok).length;
  const figures = interleavedPairs(
    { name: 'finger-extract', unit: 'images/s', rounds: 15 },
    withKernels(kernel, extract),
    withKernels('typescript', extract),
  );
  const [msPerImage, msOfTwin] = [1000 / figures.candidate, 1000 / figures.control];
  return Promise.resolve({ ...figures, kernel, msPerImage, msOfTwin });
}

/**
 * Comparisons of different fingers a second of processor time on one core, all matchers; the control is the same
 * comparison with the plain TypeScript loops.
 */
function benchMatch(): Promise<BenchFigures & { kernel: string; microseconds: number; ofTwin: number }> {
  useFingerKernels();
  const kernel = matchKernel().variant;
  const prints = somePrints(8).flatMap(preparedFrom);
  const pairs = prints.flatMap((a, i) => prints.slice(i + 1).map((b) => [a, b] as const));
  const compare = (): number => {
    for (const [a, b] of pairs) matchEvidence(a, b);
    return pairs.length;
  };
  const settings = { name: 'finger-match', unit: 'comparisons/s', rounds: 15 };
  const figures = interleavedPairs(
    settings,
    withKernels(kernel, compare),
    withKernels('typescript', compare),
  );
  return Promise.resolve({
    ...figures,
    kernel,
    microseconds: 1e6 / figures.candidate,
    ofTwin: 1e6 / figures.control,
  });
}

function preparedFrom(print: GrayImage): PreparedPrint[] {
  const made = extractFinger(print);
  return made.ok ? [preparePrint(decodeFingerTemplate(made.template))] : [];
}

export const benches = { 'finger-extract': benchExtract, 'finger-match': benchMatch };

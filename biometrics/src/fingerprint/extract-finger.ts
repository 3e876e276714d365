import type { QualityReason } from '../codes.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { fingerQuality } from '../quality/finger-quality.ts';
import { traceFinger } from './trace-finger.ts';
import { analysePrint, type PrintAnalysis } from './analyse-print.ts';
import { invertedImage, isInverted } from './inverted-print.ts';
import { buildTemplate } from './build-template.ts';
import { encodeFingerTemplate } from './finger-template.ts';
import type { Trace } from '../trace.ts';
import { fingerprintParameters } from './fingerprint-parameters.ts';

/** Why no template was made: the shared reasons, and two that speak of the file rather than the finger. */
export type FingerFailure = QualityReason | 'wrong-resolution' | 'too-large';

export type FingerExtraction =
  | {
      readonly ok: true;
      readonly template: Uint8Array;
      /** Own score, 0-100; it predicts this engine's genuine scores and is no NFIQ 2. */
      readonly quality: number;
      readonly minutiae: number;
      /** The picture had light ridges on a dark ground and was turned before it was read. */
      readonly inverted: boolean;
      readonly reasons: readonly QualityReason[];
    }
  | { readonly ok: false; readonly reason: FingerFailure };

export interface FingerExtractionOptions {
  /** Called with the picture of every stage. */
  readonly trace?: Trace;
}

/** Makes a template of one plain finger. Never throws for any picture; `image.ppi` is taken as 500 where missing. */
export function extractFinger(image: GrayImage, options: FingerExtractionOptions = {}): FingerExtraction {
  const unfit = unfitForExtraction(image);
  if (unfit) return { ok: false, reason: unfit };
  const { analysis, inverted } = analyseUpright(image);
  if (options.trace) traceFinger(analysis, options.trace);
  const measured = fingerQuality(analysis);
  const failure = enrolmentFailure(analysis, measured.clarity);
  if (failure) return { ok: false, reason: failure };
  const sourcePpi = Math.round(image.ppi ?? fingerprintParameters.workingPpi);
  const template = buildTemplate(analysis, { sourcePpi, quality: measured.score });
  return {
    ok: true,
    template: encodeFingerTemplate(template),
    quality: measured.score,
    minutiae: template.minutiae.length,
    inverted,
    reasons: measured.reasons,
  };
}

function analyseUpright(image: GrayImage): { analysis: PrintAnalysis; inverted: boolean } {
  const analysis = analysePrint(image);
  if (!isInverted(analysis)) return { analysis, inverted: false };
  return { analysis: analysePrint(invertedImage(image)), inverted: true };
}

/** Why a picture cannot be looked at by its size or resolution alone; undefined where it can. */
export function unfitForExtraction(image: GrayImage): FingerFailure | undefined {
  const { workingPpi, ppiLimits, sideLimits } = fingerprintParameters;
  const ppi = image.ppi ?? workingPpi;
  if (!(ppi >= ppiLimits.least && ppi <= ppiLimits.most)) return 'wrong-resolution';
  const [short, long] = [Math.min(image.width, image.height), Math.max(image.width, image.height)];
  if ((short * workingPpi) / ppi < sideLimits.least) return 'too-small';
  return (long * workingPpi) / ppi > sideLimits.most ? 'too-large' : undefined;
}

function enrolmentFailure(analysis: PrintAnalysis, clarity: number): FingerFailure | undefined {
  const { leastCells, leastClarity, leastMinutiae } = fingerprintParameters.enrolment;
  if (analysis.mask.count < leastCells || clarity < leastClarity) return 'not-a-finger';
  return analysis.minutiae.length < leastMinutiae ? 'too-few-details' : undefined;
}

import type { QualityReason } from '../codes.ts';
import type { GrayImage } from '../images/gray-image.ts';
import type { Trace } from '../trace.ts';
import { irisQuality } from '../quality/iris-quality.ts';
import type { IrisMeasures } from '../quality/iris-measures.ts';
import { isPlausibleEye } from './eye-plausibility.ts';
import { findEyelids, type Eyelids } from './eyelids.ts';
import { eyePyramid, type EyePyramid } from './eye-pyramid.ts';
import { irisParameters } from './iris-parameters.ts';
import { writeIrisTemplate } from './iris-template.ts';
import { maskOcclusions } from './occlusion.ts';
import { encodePhase, type PhaseCode } from './phase-code.ts';
import { segmentEye, type EyeSegmentation } from './segment-eye.ts';
import { traceEye } from './trace-eye.ts';
import { unwrapIris, type UnwrappedIris } from './unwrap-iris.ts';

export type IrisExtraction =
  | {
      readonly ok: true;
      readonly template: Uint8Array;
      /** 0-100, higher is better. */
      readonly quality: number;
      /** Bits of the best reading that can be compared, of 2,048. */
      readonly usableBits: number;
      /** What would make the image better; empty for a good one. */
      readonly reasons: readonly QualityReason[];
      readonly measures: IrisMeasures;
    }
  | { readonly ok: false; readonly reason: QualityReason };

export interface IrisExtractionOptions {
  /** Called with the picture of every stage. */
  readonly trace?: Trace;
}

/** One reading of the eye with its unwrapped texture and code. */
export interface EyeReading {
  readonly segmentation: EyeSegmentation;
  readonly lids: Eyelids;
  readonly unwrapped: UnwrappedIris;
  readonly code: PhaseCode;
}

/**
 * Makes an iris template from a near-infrared image of one eye. Bad input never throws: whatever is not
 * an eye, or shows too little of one, comes back as `ok: false` with the reason.
 */
export function extractIris(image: GrayImage, options: IrisExtractionOptions = {}): IrisExtraction {
  const { smallestSide, mostPixels, mostStretch } = irisParameters.input;
  const [short, long] = [Math.min(image.width, image.height), Math.max(image.width, image.height)];
  if (short < smallestSide) return { ok: false, reason: 'too-small' };
  if (image.width * image.height > mostPixels || long > mostStretch * short)
    return { ok: false, reason: 'not-an-eye' };
  const eye = eyePyramid(image);
  const readings = segmentEye(eye).map((segmentation) => readEye(eye, segmentation));
  if (options.trace) traceEye(eye, readings, options.trace);
  return toExtraction(eye, readings);
}

function readEye(eye: EyePyramid, segmentation: EyeSegmentation): EyeReading {
  const { pupil, limbus } = segmentation;
  const lids = findEyelids(eye.calm, pupil.circle, limbus.circle);
  const { fine, calm } = eye;
  const unwrapped = unwrapIris({ fine, calm, pupil: pupil.contour, limbus: limbus.contour, lids });
  maskOcclusions(unwrapped);
  return { segmentation, lids, unwrapped, code: encodePhase(unwrapped) };
}

function toExtraction(eye: EyePyramid, readings: readonly EyeReading[]): IrisExtraction {
  const plausible = readings.filter(({ segmentation, unwrapped }) => {
    return isPlausibleEye(eye.calm, segmentation, unwrapped);
  });
  if (plausible.length === 0) return { ok: false, reason: 'not-an-eye' };
  const enough = plausible.filter(({ code }) => code.usableBits >= irisParameters.code.leastUsableBits);
  const best = enough[0];
  if (!best) return { ok: false, reason: 'eyelid' };
  const { pupil, limbus } = best.segmentation;
  const { lids, unwrapped, code } = best;
  const quality = irisQuality({ ...eye, pupil, limbus, lids, unwrapped, usableBits: code.usableBits });
  return {
    ok: true,
    template: writeIrisTemplate({
      quality: quality.score,
      hypotheses: enough.map((reading) => reading.code),
    }),
    quality: quality.score,
    usableBits: code.usableBits,
    reasons: quality.reasons,
    measures: quality.measures,
  };
}

import type { QualityReason } from '../codes.ts';
import { irisParameters } from '../iris/iris-parameters.ts';
import { measureIris, type IrisMeasures, type MeasuredEye } from './iris-measures.ts';

export interface IrisQuality {
  /** 0-100, our own product of the measures; the standard defines none. */
  readonly score: number;
  /** What would make the image better, most pressing first. */
  readonly reasons: readonly QualityReason[];
  readonly measures: IrisMeasures;
}

/** Judges a segmented eye by the measures of ISO/IEC 29794-6, and says what is wrong with it. */
export function irisQuality(eye: MeasuredEye): IrisQuality {
  const measures = measureIris(eye);
  return { score: scoreOf(measures, eye.usableBits), reasons: reasonsOf(eye, measures), measures };
}

/**
 * Each term is 1 where enough is reached and falls to 0 in proportion. What the matcher can use (area and
 * bits) decides the scale; the others only take away where they are out of the ordinary: on real eyes
 * they say little about how well two images of the same eye agree.
 */
function scoreOf(m: IrisMeasures, usableBits: number): number {
  const { enough } = irisParameters.quality;
  const term = (value: number, wanted: number) => Math.min(1, Math.max(0, value / wanted));
  const product =
    term(m.usableIrisArea, enough.usableIrisArea) *
    Math.sqrt(term(usableBits, enough.usableBits)) *
    term(m.irisScleraContrast, enough.irisScleraContrast) *
    term(m.irisPupilContrast, enough.irisPupilContrast) *
    term(m.greyUtilisation, enough.greyUtilisation) *
    term(m.irisRadius, enough.irisRadius) *
    term(m.concentricity, enough.concentricity) *
    Math.sqrt(term(m.sharpness, enough.sharpness));
  return Math.round(100 * product);
}

function reasonsOf({ unwrapped, lids, pupil }: MeasuredEye, m: IrisMeasures): QualityReason[] {
  const { recommended, poor } = irisParameters.quality;
  const covered = m.usableIrisArea < recommended.usableIrisArea;
  const byLid = lids.upper !== undefined || lids.lower !== undefined;
  const findings: readonly [boolean, QualityReason][] = [
    [m.irisRadius < recommended.irisRadius, 'too-small'],
    [m.sharpness < poor.sharpness, 'blurred'],
    [covered && byLid, 'eyelid'],
    [covered && !byLid, 'reflection'],
    [m.irisLevel < poor.darkest, 'dark'],
    [m.irisLevel > poor.brightest, 'light'],
    [ellipticity(pupil.contour.radii) > poor.ellipticity || m.concentricity < poor.concentricity, 'gaze'],
    [m.marginAdequacy < poor.marginAdequacy, 'off-centre'],
    [outside(unwrapped) > poor.outside, 'partial'],
  ];
  return findings.filter(([found]) => found).map(([, reason]) => reason);
}

/** How far a pupil seen from the side is from round: (longest - shortest) / longest of opposite radii. */
function ellipticity(radii: Float32Array): number {
  const half = radii.length / 2;
  let [shortest, longest] = [Infinity, 0];
  for (let a = 0; a < half; a++) {
    const across = (radii[a] as number) + (radii[a + half] as number);
    shortest = Math.min(shortest, across);
    longest = Math.max(longest, across);
  }
  return (longest - shortest) / longest;
}

/** Share of the iris that the image does not show. */
function outside({ outside: samples, columns, rows }: MeasuredEye['unwrapped']): number {
  return samples / (columns * rows);
}

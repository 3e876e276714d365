import type { GrayImage } from '../images/gray-image.ts';
import { cleanSkeleton, type DirectionAt } from './clean-skeleton.ts';
import { enhanceRidges } from './enhance-ridges.ts';
import { findMinutiae } from './find-minutiae.ts';
import { fingerprintParameters } from './fingerprint-parameters.ts';
import type { Minutia } from './minutia.ts';
import { normaliseRidges } from './normalise-ridges.ts';
import { orientationBank } from './orientation-bank.ts';
import { orientationField, structureTensor, type OrientationField } from './orientation-field.ts';
import { blur, emptyPlane, type Plane } from './plane.ts';
import { ridgePeriods } from './ridge-period.ts';
import { contrastMask, refineMask, segmentPrint, type PrintMask } from './segment-print.ts';
import { thinRidges } from './thin-ridges.ts';
import { toWorkingPlane, type WorkingPlane } from './working-plane.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { fround } = Math;

/** Every stage of one print, still with its padding: what templates, quality and traces are made of. */
export interface PrintAnalysis {
  readonly working: WorkingPlane;
  readonly normalised: Plane;
  readonly contrast: Plane;
  readonly field: OrientationField;
  readonly period: Plane;
  /** Share 0..1 of a cell's energy that one wave explains, before enhancement. */
  readonly clarity: Plane;
  /** Correlation 0..1 of what the sensor saw with the enhanced ridges, per cell. */
  readonly agreement: Plane;
  readonly mask: PrintMask;
  readonly enhanced: Plane;
  readonly skeleton: Uint8Array;
  /** In pixels of the padded plane. */
  readonly minutiae: readonly Minutia[];
}

/** Runs all stages on an image whose size and resolution were checked. */
export function analysePrint(image: GrayImage): PrintAnalysis {
  const working = toWorkingPlane(image);
  const { plane: normalised, contrast } = normaliseRidges(working);
  const busy = contrastMask(contrast);
  const rough = orientationField(orientationBank(normalised, busy), busy);
  const { period, clarity } = ridgePeriods(normalised, rough, busy);
  const filtered = segmentPrint(busy, clarity);
  const first = enhanceRidges(normalised, { field: rough, period, mask: filtered.cells }, true);
  // The enhanced ridges tell the direction better than the raw ones did.
  const field = orientationField(structureTensor(first, filtered.cells), filtered.cells);
  const enhanced = enhanceRidges(normalised, { field, period, mask: filtered.cells });
  const { agreement, share } = waveAgreement(normalised, enhanced);
  const mask = refineMask(filtered.cells, share);
  const directionAt = directionSampler(field);
  const skeleton = cleanSkeleton(thinRidges(binarise(enhanced), enhanced.width), enhanced.width, directionAt);
  const minutiae = findMinutiae({
    skeleton,
    enhanced,
    directionAt,
    clarityAt: cellSampler(agreement),
    isDeep: depthSampler(mask.cells),
  });
  return {
    working,
    normalised,
    contrast,
    field,
    period,
    clarity,
    agreement,
    mask,
    enhanced,
    skeleton,
    minutiae,
  };
}

function binarise({ data }: Plane): Uint8Array {
  const ridges = new Uint8Array(data.length);
  for (let i = 0; i < ridges.length; i++) if (data[i]! > 0.02) ridges[i] = 1;
  return ridges;
}

/** Correlation of input and enhanced ridges over about three cells. */
function waveAgreement(normalised: Plane, enhanced: Plane): { agreement: Plane; share: Plane } {
  const { cell } = fingerprintParameters;
  const [cols, rows] = [normalised.width / cell, normalised.height / cell];
  const [cross, own, other] = [0, 0, 0].map(() => emptyPlane(cols, rows)) as [Plane, Plane, Plane];
  for (let at = 0; at < cols * rows; at++) {
    const start = Math.floor(at / cols) * cell * normalised.width + (at % cols) * cell;
    let [ne, nn, ee] = [0, 0, 0];
    for (let row = 0, i = start; row < cell; row++, i += normalised.width - cell) {
      for (const end = i + cell; i < end; i++) {
        const [n, e] = [normalised.data[i]!, enhanced.data[i]!];
        // Single precision, as the planes have it.
        ne = fround(ne + n * e);
        nn = fround(nn + n * n);
        ee = fround(ee + e * e);
      }
    }
    cross.data[at] = ne;
    own.data[at] = nn;
    other.data[at] = ee;
  }
  const [c, o, e] = [blur(cross, 0.8).data, blur(own, 0.8).data, blur(other, 0.8).data];
  return {
    agreement: { ...cross, data: c.map((value, i) => Math.max(0, value / Math.sqrt(o[i]! * e[i]! + 1e-6))) },
    share: { ...cross, data: c.map((value, i) => Math.max(0, value / (o[i]! + 3))) },
  };
}

function directionSampler({ cos, sin }: OrientationField): DirectionAt {
  const [cosAt, sinAt] = [cellSampler(cos), cellSampler(sin)];
  return (x, y) => {
    const [c, s] = [cosAt(x, y), sinAt(x, y)];
    const length = Math.hypot(c, s) || 1;
    return { cos: c / length, sin: s / length };
  };
}

/** Bilinear look-up of a plane of cells at a pixel. */
export function cellSampler({ width, height, data }: Plane): (x: number, y: number) => number {
  const { cell } = fingerprintParameters;
  return (x, y) => {
    const u = Math.max(0, Math.min(width - 1.001, (x + 0.5) / cell - 0.5));
    const v = Math.max(0, Math.min(height - 1.001, (y + 0.5) / cell - 0.5));
    const at = (v | 0) * width + (u | 0);
    const [fx, fy] = [u - (u | 0), v - (v | 0)];
    const top = data[at]! * (1 - fx) + data[at + 1]! * fx;
    return top * (1 - fy) + (data[at + width]! * (1 - fx) + data[at + width + 1]! * fx) * fy;
  };
}

function depthSampler(mask: Plane): (x: number, y: number, radius: number) => boolean {
  const { cell } = fingerprintParameters;
  return (x, y, radius) => {
    for (let k = 0; k < 12; k++) {
      const px = x + radius * Math.cos((k * Math.PI) / 6);
      const py = y + radius * Math.sin((k * Math.PI) / 6);
      if (mask.data[Math.floor(py / cell) * mask.width + Math.floor(px / cell)] !== 1) return false;
    }
    return true;
  };
}

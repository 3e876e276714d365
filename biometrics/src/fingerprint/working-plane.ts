import type { GrayImage } from '../images/gray-image.ts';
import { fingerprintParameters } from './fingerprint-parameters.ts';
import { emptyPlane, type Plane } from './plane.ts';

/**
 * The image at 500 ppi with ridges high (255 - grey), inside a border of `padding` pixels; the sides are whole
 * cells. `inner` is the part that the sensor saw.
 */
export interface WorkingPlane extends Plane {
  readonly inner: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
}

export function toWorkingPlane(image: GrayImage): WorkingPlane {
  const { workingPpi, padding, cell } = fingerprintParameters;
  const scale = workingPpi / (image.ppi ?? workingPpi);
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const columns = resampleWeights(image.width, width);
  const rows = resampleWeights(image.height, height);
  const plane = emptyPlane(wholeCells(width, cell) + 2 * padding, wholeCells(height, cell) + 2 * padding);
  const narrow = resampleColumns(image, columns, width);
  resampleRows(narrow, rows, { width, height, padding, plane });
  return { ...plane, inner: { left: padding, top: padding, width, height } };
}

function wholeCells(length: number, cell: number): number {
  return Math.ceil(length / cell) * cell;
}

interface Weights {
  readonly taps: number;
  /** Index of each tap's source pixel, kept inside the picture. */
  readonly place: Int32Array;
  readonly weight: Float32Array;
}

/** Catmull-Rom weights, widened when shrinking so that nothing above the new Nyquist limit folds back. */
function resampleWeights(from: number, to: number): Weights {
  const ratio = from / to;
  const stretch = Math.max(1, ratio);
  const taps = Math.ceil(4 * stretch) + 1;
  const place = new Int32Array(to * taps);
  const weight = new Float32Array(to * taps);
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * ratio - 0.5;
    const start = Math.ceil(centre - 2 * stretch);
    let sum = 0;
    for (let k = 0; k < taps; k++) sum += weight[i * taps + k] = catmullRom((start + k - centre) / stretch);
    for (let k = 0; k < taps; k++) {
      weight[i * taps + k]! /= sum;
      place[i * taps + k] = Math.max(0, Math.min(from - 1, start + k));
    }
  }
  return { taps, place, weight };
}

function catmullRom(distance: number): number {
  const d = Math.abs(distance);
  if (d < 1) return 1 + d * d * (1.5 * d - 2.5);
  return d < 2 ? 2 + d * (-4 + d * (2.5 - 0.5 * d)) : 0;
}

function resampleColumns(image: GrayImage, { taps, place, weight }: Weights, width: number): Plane {
  const out = emptyPlane(width, image.height);
  const { pixels } = image;
  if (width === image.width) {
    // Every weight is 0 or 1.
    for (let i = 0; i < out.data.length; i++) out.data[i] = 255 - pixels[i]!;
    return out;
  }
  for (let y = 0, row = 0, to = 0; y < image.height; y++, row += image.width) {
    for (let x = 0, k = 0; x < width; x++, to++) {
      let sum = 0;
      for (const end = k + taps; k < end; k++) sum += weight[k]! * pixels[row + place[k]!]!;
      out.data[to] = 255 - sum;
    }
  }
  return out;
}

interface RowTarget {
  readonly width: number;
  readonly height: number;
  readonly padding: number;
  readonly plane: Plane;
}

function resampleRows(narrow: Plane, rows: Weights, target: RowTarget): void {
  const { width, height, padding, plane } = target;
  for (let y = 0; y < height; y++) {
    const to = (y + padding) * plane.width + padding;
    for (let k = 0; k < rows.taps; k++) {
      const weight = rows.weight[y * rows.taps + k]!;
      if (weight === 0) continue;
      const from = rows.place[y * rows.taps + k]! * width;
      for (let x = 0; x < width; x++) plane.data[to + x]! += weight * narrow.data[from + x]!;
    }
  }
}

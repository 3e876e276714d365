import type { GrayImage } from '../images/gray-image.ts';
import type { UnitCircle } from './unit-circle.ts';

/** Samples around a centre, one run of `radii` samples for each angle. */
export interface PolarImage {
  readonly circle: UnitCircle;
  readonly radii: number;
  /** Radius of the first sample and distance between samples, in pixels of the sampled image. */
  readonly from: number;
  readonly step: number;
  readonly values: Float32Array;
}

interface PolarGrid {
  readonly circle: UnitCircle;
  readonly radii: number;
  readonly from: number;
  readonly step: number;
}

/** Reads the image around (x, y) with bilinear interpolation; outside, the border pixel is repeated. */
export function samplePolar(image: GrayImage, centre: { x: number; y: number }, grid: PolarGrid): PolarImage {
  const { circle, radii, from, step } = grid;
  const values = new Float32Array(circle.count * radii);
  for (let a = 0, i = 0; a < circle.count; a++) {
    const c = circle.cos[a] as number;
    const s = circle.sin[a] as number;
    let r = from;
    for (let k = 0; k < radii; k++, r += step)
      values[i++] = readBilinear(image, centre.x + r * c, centre.y + r * s);
  }
  return { circle, radii, from, step, values };
}

/** Grey value at a place between pixels; the border is repeated outside. */
export function readBilinear(image: GrayImage, x: number, y: number): number {
  const { width, height, pixels } = image;
  const cx = x < 0 ? 0 : x > width - 1.001 ? width - 1.001 : x;
  const cy = y < 0 ? 0 : y > height - 1.001 ? height - 1.001 : y;
  const x0 = cx | 0;
  const y0 = cy | 0;
  const fx = cx - x0;
  const fy = cy - y0;
  const i = y0 * width + x0;
  const top = (pixels[i] as number) + fx * ((pixels[i + 1] as number) - (pixels[i] as number));
  const low = i + width;
  const bottom = (pixels[low] as number) + fx * ((pixels[low + 1] as number) - (pixels[low] as number));
  return top + fy * (bottom - top);
}

/**
 * How much brighter the image gets outwards: at each sample the mean of `reach` samples outside minus
 * that of `reach` samples inside; 0 where the window does not fit.
 */
export function outwardRise(polar: PolarImage, reach: number): Float32Array {
  const { radii, values } = polar;
  const rise = new Float32Array(values.length);
  const sums = new Float64Array(radii + 1);
  for (let start = 0; start < values.length; start += radii) {
    for (let k = 0; k < radii; k++) sums[k + 1] = (sums[k] as number) + (values[start + k] as number);
    for (let k = reach; k < radii - reach; k++) {
      const outside = (sums[k + 1 + reach] as number) - (sums[k + 1] as number);
      const inside = (sums[k] as number) - (sums[k - reach] as number);
      rise[start + k] = (outside - inside) / reach;
    }
  }
  return rise;
}

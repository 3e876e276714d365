import type { Circle } from './circle.ts';
import { unitCircle, type UnitCircle } from './unit-circle.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { min, sqrt } = Math;

/** A closed, not necessarily circular outline: one radius for each of equally spaced angles about (x, y). */
export interface ClosedContour {
  readonly x: number;
  readonly y: number;
  readonly radii: Float32Array;
}

/**
 * Keeps the first `harmonics` Fourier terms of a closed outline. Where the weight is 0 the edge was not
 * seen; there the outline follows what the seen parts imply, starting from their mean.
 */
export function smoothRadii(radii: Float32Array, weights: Float32Array, harmonics: number): Float32Array {
  const circle = unitCircle(radii.length);
  let smooth: Float32Array = new Float32Array(radii.length).fill(weightedMean(radii, weights));
  const filled = new Float32Array(radii.length);
  for (let pass = 0; pass < 6; pass++) {
    for (let i = 0; i < radii.length; i++) {
      const w = weights[i] as number;
      filled[i] = w * (radii[i] as number) + (1 - w) * (smooth[i] as number);
    }
    smooth = lowPass(filled, circle, min(harmonics, pass + 1));
  }
  return smooth;
}

function weightedMean(values: Float32Array, weights: Float32Array): number {
  let sum = 0;
  let total = 1e-9;
  for (let i = 0; i < values.length; i++) {
    sum += (values[i] as number) * (weights[i] as number);
    total += weights[i] as number;
  }
  return sum / total;
}

function lowPass(values: Float32Array, circle: UnitCircle, harmonics: number): Float32Array {
  const n = values.length;
  const result = new Float32Array(n).fill(weightedMean(values, new Float32Array(n).fill(1)));
  for (let h = 1; h <= harmonics; h++) {
    let re = 0;
    let im = 0;
    for (let i = 0; i < n; i++) {
      re += (values[i] as number) * (circle.cos[(i * h) % n] as number);
      im += (values[i] as number) * (circle.sin[(i * h) % n] as number);
    }
    for (let i = 0; i < n; i++) {
      const wave = re * (circle.cos[(i * h) % n] as number) + im * (circle.sin[(i * h) % n] as number);
      result[i] = (result[i] as number) + (2 / n) * wave;
    }
  }
  return result;
}

/** The circle that fits outline points best (weighted, algebraic least squares after Kåsa). */
export function fitCircle(
  contour: ClosedContour,
  weights: Float32Array,
  circle: UnitCircle = unitCircle(contour.radii.length),
): Circle {
  let n = 0;
  let mx = 0;
  let my = 0;
  const points = [...contour.radii].map((r, i) => ({
    x: r * (circle.cos[i] as number),
    y: r * (circle.sin[i] as number),
    w: weights[i] as number,
  }));
  for (const p of points) [n, mx, my] = [n + p.w, mx + p.w * p.x, my + p.w * p.y];
  mx /= n;
  my /= n;
  let [uu, uv, vv, uz, vz, z] = [0, 0, 0, 0, 0, 0];
  for (const p of points) {
    const u = p.x - mx;
    const v = p.y - my;
    const q = u * u + v * v;
    uu += p.w * u * u;
    uv += p.w * u * v;
    vv += p.w * v * v;
    uz += p.w * u * q;
    vz += p.w * v * q;
    z += p.w * q;
  }
  const det = uu * vv - uv * uv || 1e-9;
  const cu = (uz * vv - vz * uv) / (2 * det);
  const cv = (vz * uu - uz * uv) / (2 * det);
  return { x: contour.x + mx + cu, y: contour.y + my + cv, r: sqrt(cu * cu + cv * cv + z / n) };
}

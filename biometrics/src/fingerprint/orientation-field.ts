import { fingerprintParameters } from './fingerprint-parameters.ts';
import type { OrientationSums } from './orientation-bank.ts';
import { blur, emptyPlane, type Plane } from './plane.ts';

/**
 * Direction of the ridges in each cell as a doubled-angle unit vector (cos 2t, sin 2t), y downwards, with the
 * coherence 0..1 that was measured before smoothing.
 */
export interface OrientationField {
  readonly cos: Plane;
  readonly sin: Plane;
  readonly coherence: Plane;
}

/** The sums of a structure tensor or filter bank, smoothed, then relaxed with their coherence as confidence. */
export function orientationField(tensor: OrientationSums, weight: Plane): OrientationField {
  const { tensorSigmaCells } = fingerprintParameters.orientation;
  const cos = blur(tensor.cos, tensorSigmaCells);
  const sin = blur(tensor.sin, tensorSigmaCells);
  const energy = blur(tensor.energy, tensorSigmaCells).data;
  const coherence = emptyPlane(cos.width, cos.height);
  for (let i = 0; i < energy.length; i++) {
    const length = Math.hypot(cos.data[i]!, sin.data[i]!);
    coherence.data[i] = energy[i]! > 1e-6 ? length / energy[i]! : 0;
    if (length > 0) {
      cos.data[i]! /= length;
      sin.data[i]! /= length;
    }
  }
  return relax({ cos, sin, coherence }, weight);
}

/** Structure tensor (Bigun and Granlund 1987) of the cells in which, or next to which, `wanted` is above zero. */
export function structureTensor(ridges: Plane, wanted: Plane): OrientationSums {
  const [cos, sin, energy] = [0, 0, 0].map(() => emptyPlane(wanted.width, wanted.height)) as [
    Plane,
    Plane,
    Plane,
  ];
  const sums = new Float64Array(3);
  for (let row = 1; row < wanted.height - 1; row++) {
    for (let col = 1; col < wanted.width - 1; col++) {
      if (!isNear(wanted, col, row)) continue;
      tensorOfCell(ridges, { col, row }, sums);
      const to = row * wanted.width + col;
      cos.data[to] = sums[0]!;
      sin.data[to] = sums[1]!;
      energy.data[to] = sums[2]!;
    }
  }
  return { cos, sin, energy };
}

/** Ridges are drawn a cell beyond what is wanted, and the derivative reaches two pixels further. */
function isNear({ width, height, data }: Plane, col: number, row: number): boolean {
  const [left, right] = [Math.max(0, col - 2), Math.min(width - 1, col + 2)];
  for (let y = Math.max(0, row - 2); y <= Math.min(height - 1, row + 2); y++) {
    for (let at = y * width + left; at <= y * width + right; at++) if (data[at]! > 0) return true;
  }
  return false;
}

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { fround } = Math;

/** Doubled-angle sums and energy of one cell, in single precision as the planes have it. */
function tensorOfCell(ridges: Plane, { col, row }: { col: number; row: number }, sums: Float64Array): void {
  const { cell } = fingerprintParameters;
  const { width, data } = ridges;
  let cos = 0;
  let sin = 0;
  let energy = 0;
  for (let y = row * cell; y < (row + 1) * cell; y++) {
    for (let at = y * width + col * cell, end = at + cell; at < end; at++) {
      const n = at - width;
      const s = at + width;
      const nn = n - width;
      const ss = s + width;
      // 5x5 derivative of a small Gaussian: pores and scanner lines must not steer the field.
      const gx =
        2 * (data[at + 1]! - data[at - 1]!) +
        (data[n + 1]! - data[n - 1]!) +
        (data[s + 1]! - data[s - 1]!) +
        (data[at + 2]! - data[at - 2]!) +
        0.5 * (data[n + 2]! - data[n - 2]! + data[s + 2]! - data[s - 2]!) +
        0.5 * (data[nn + 1]! - data[nn - 1]! + data[ss + 1]! - data[ss - 1]!);
      const gy =
        2 * (data[s]! - data[n]!) +
        (data[s + 1]! - data[n + 1]!) +
        (data[s - 1]! - data[n - 1]!) +
        (data[ss]! - data[nn]!) +
        0.5 * (data[ss + 1]! - data[nn + 1]! + data[ss - 1]! - data[nn - 1]!) +
        0.5 * (data[s + 2]! - data[n + 2]! + data[s - 2]! - data[n - 2]!);
      // Ridges run across the gradient, hence the minus signs.
      cos = fround(cos - (gx * gx - gy * gy));
      sin = fround(sin - 2 * gx * gy);
      energy = fround(energy + (gx * gx + gy * gy));
    }
  }
  sums[0] = cos;
  sums[1] = sin;
  sums[2] = energy;
}

/** Jacobi steps on sum c|v-d|^2 + k sum|v_i-v_j|^2: sure cells hold, unsure ones (scars, smudges) follow. */
function relax(field: OrientationField, weight: Plane): OrientationField {
  const { iterations, stiffness } = fingerprintParameters.orientation;
  const { width, height } = field.cos;
  const size = width * height;
  const trust = new Float32Array(size);
  for (let i = 0; i < size; i++) trust[i] = weight.data[i]! * field.coherence.data[i]! ** 2;
  const down = Float64Array.from(trust, (own) => 1 / (own + 4 * stiffness));
  let [cos, sin] = [new Float32Array(size), new Float32Array(size)];
  for (let i = 0; i < size; i++) {
    cos[i] = field.cos.data[i]! * trust[i]!;
    sin[i] = field.sin.data[i]! * trust[i]!;
  }
  const [goalCos, goalSin] = [cos.slice(), sin.slice()];
  let [nextCos, nextSin] = [cos.slice(), sin.slice()];
  for (let round = 0; round < iterations; round++) {
    for (let y = 1; y < height - 1; y++) {
      for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
        nextCos[i] =
          (goalCos[i]! + stiffness * (cos[i - 1]! + cos[i + 1]! + cos[i - width]! + cos[i + width]!)) *
          down[i]!;
        nextSin[i] =
          (goalSin[i]! + stiffness * (sin[i - 1]! + sin[i + 1]! + sin[i - width]! + sin[i + width]!)) *
          down[i]!;
      }
    }
    [cos, nextCos, sin, nextSin] = [nextCos, cos, nextSin, sin];
  }
  for (let i = 0; i < size; i++) {
    const length = Math.hypot(cos[i]!, sin[i]!) || 1;
    cos[i]! /= length;
    sin[i]! /= length;
  }
  return { cos: { width, height, data: cos }, sin: { width, height, data: sin }, coherence: field.coherence };
}

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

/** Structure tensor per cell (Bigun and Granlund 1987). */
export function structureTensor(ridges: Plane): OrientationSums {
  const { cell } = fingerprintParameters;
  const { width, height, data } = ridges;
  const cols = width / cell;
  const [cos, sin, energy] = [0, 0, 0].map(() => emptyPlane(cols, height / cell)) as [Plane, Plane, Plane];
  for (let y = 2; y < height - 2; y++) {
    const row = ((y / cell) | 0) * cols;
    for (let x = 2; x < width - 2; x++) {
      const at = y * width + x;
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
      const to = row + ((x / cell) | 0);
      // Ridges run across the gradient, hence the minus signs.
      cos.data[to]! -= gx * gx - gy * gy;
      sin.data[to]! -= 2 * gx * gy;
      energy.data[to]! += gx * gx + gy * gy;
    }
  }
  return { cos, sin, energy };
}

/** Jacobi steps on sum c|v-d|^2 + k sum|v_i-v_j|^2: sure cells hold, unsure ones (scars, smudges) follow. */
function relax(field: OrientationField, weight: Plane): OrientationField {
  const { iterations, stiffness } = fingerprintParameters.orientation;
  const { width, height } = field.cos;
  const size = width * height;
  const trust = new Float32Array(size);
  for (let i = 0; i < size; i++) trust[i] = weight.data[i]! * field.coherence.data[i]! ** 2;
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
        const down = 1 / (trust[i]! + 4 * stiffness);
        nextCos[i] =
          (goalCos[i]! + stiffness * (cos[i - 1]! + cos[i + 1]! + cos[i - width]! + cos[i + width]!)) * down;
        nextSin[i] =
          (goalSin[i]! + stiffness * (sin[i - 1]! + sin[i + 1]! + sin[i - width]! + sin[i + width]!)) * down;
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

import { fingerprintParameters } from './fingerprint-parameters.ts';
import { blur, emptyPlane, type Plane } from './plane.ts';
import type { WorkingPlane } from './working-plane.ts';

/** Ridges at about +1, valleys at about -1 whatever the pressure, and the contrast that was there before. */
export interface NormalisedRidges {
  readonly plane: Plane;
  /** Standard deviation in grey levels, one value a cell; 0 where the sensor saw nothing. */
  readonly contrast: Plane;
}

/** Subtracts the local mean and divides by the local deviation, both smoothed over cells. */
export function normaliseRidges(working: WorkingPlane): NormalisedRidges {
  const { sigmaCells, floor } = fingerprintParameters.normalise;
  const sums = cellSums(working);
  const count = blur(sums.count, sigmaCells).data;
  const mean = blur(sums.mean, sigmaCells);
  const square = blur(sums.square, sigmaCells).data;
  const contrast = emptyPlane(mean.width, mean.height);
  const gain = emptyPlane(mean.width, mean.height);
  for (let i = 0; i < count.length; i++) {
    const n = Math.max(1e-3, count[i]!);
    const average = mean.data[i]! / n;
    mean.data[i] = average;
    const deviation = Math.sqrt(Math.max(0, square[i]! / n - average * average));
    gain.data[i] = 1 / Math.hypot(deviation, floor);
    contrast.data[i] = sums.count.data[i]! > 0.5 ? deviation : 0;
  }
  return { plane: applyGain(working, mean, gain), contrast };
}

function cellSums(working: WorkingPlane): { mean: Plane; square: Plane; count: Plane } {
  const { cell } = fingerprintParameters;
  const cols = working.width / cell;
  const [mean, square, count] = [0, 0, 0].map(() => emptyPlane(cols, working.height / cell)) as [
    Plane,
    Plane,
    Plane,
  ];
  const { left, top, width, height } = working.inner;
  const share = 1 / (cell * cell);
  for (let y = top; y < top + height; y++) {
    for (let x = left; x < left + width; x++) {
      const value = working.data[y * working.width + x]!;
      const at = ((y / cell) | 0) * cols + ((x / cell) | 0);
      mean.data[at]! += value * share;
      square.data[at]! += value * value * share;
      count.data[at]! += share;
    }
  }
  return { mean, square, count };
}

function applyGain(working: WorkingPlane, mean: Plane, gain: Plane): Plane {
  const { cell } = fingerprintParameters;
  const out = emptyPlane(working.width, working.height);
  const { left, top, width, height } = working.inner;
  const cols = mean.width;
  for (let y = top; y < top + height; y++) {
    const v = (y + 0.5) / cell - 0.5;
    const row = Math.min(mean.height - 2, v | 0);
    const fy = v - row;
    for (let x = left; x < left + width; x++) {
      const u = (x + 0.5) / cell - 0.5;
      const col = Math.min(cols - 2, u | 0);
      const fx = u - col;
      const at = row * cols + col;
      const [a, b, c, d] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
      const m =
        a * mean.data[at]! +
        b * mean.data[at + 1]! +
        c * mean.data[at + cols]! +
        d * mean.data[at + cols + 1]!;
      const g =
        a * gain.data[at]! +
        b * gain.data[at + 1]! +
        c * gain.data[at + cols]! +
        d * gain.data[at + cols + 1]!;
      const value = (working.data[y * working.width + x]! - m) * g;
      out.data[y * working.width + x] = (1.6 * value) / Math.sqrt(1 + value * value);
    }
  }
  return out;
}

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

/** Subtracts the mean and multiplies by the gain, both bilinear between cells; then bends tall spikes down. */
function applyGain(working: WorkingPlane, mean: Plane, gain: Plane): Plane {
  const { cell } = fingerprintParameters;
  const out = emptyPlane(working.width, working.height);
  const { left, top, width, height } = working.inner;
  const meanLine = new Float32Array(mean.width);
  const gainLine = new Float32Array(mean.width);
  for (let y = top; y < top + height; y++) {
    mixRows(mean, (y + 0.5) / cell - 0.5, meanLine);
    mixRows(gain, (y + 0.5) / cell - 0.5, gainLine);
    for (let x = left, at = y * working.width + left; x < left + width; x++, at++) {
      const u = (x + 0.5) / cell - 0.5;
      const col = u | 0;
      const f = u - col;
      const m = meanLine[col]! + f * (meanLine[col + 1]! - meanLine[col]!);
      const g = gainLine[col]! + f * (gainLine[col + 1]! - gainLine[col]!);
      const value = (working.data[at]! - m) * g;
      out.data[at] = (1.6 * value) / Math.sqrt(1 + value * value);
    }
  }
  return out;
}

function mixRows({ width, data }: Plane, v: number, line: Float32Array): void {
  const row = v | 0;
  const f = v - row;
  for (let x = 0, at = row * width; x < width; x++, at++) {
    line[x] = data[at]! + f * (data[at + width]! - data[at]!);
  }
}

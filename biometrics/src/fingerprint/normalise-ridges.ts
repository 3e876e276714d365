import { fingerprintParameters } from './fingerprint-parameters.ts';
import { blur, emptyPlane, type Plane } from './plane.ts';
import type { WorkingPlane } from './working-plane.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { fround, sqrt } = Math;

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

/** Sums per cell of what the sensor saw, each a share of the whole cell. */
function cellSums(working: WorkingPlane): { mean: Plane; square: Plane; count: Plane } {
  const { cell } = fingerprintParameters;
  const [cols, rows] = [working.width / cell, working.height / cell];
  const [mean, square, count] = [0, 0, 0].map(() => emptyPlane(cols, rows)) as [Plane, Plane, Plane];
  const { left, top, width, height } = working.inner;
  const share = 1 / (cell * cell);
  for (let at = 0; at < cols * rows; at++) {
    const [x0, y0] = [(at % cols) * cell, Math.floor(at / cols) * cell];
    const [fromX, toX] = [Math.max(left, x0), Math.min(left + width, x0 + cell)];
    const [fromY, toY] = [Math.max(top, y0), Math.min(top + height, y0 + cell)];
    let [sum, squares, seen] = [0, 0, 0];
    for (let y = fromY; y < toY; y++) {
      for (let i = y * working.width + fromX, end = i - fromX + toX; i < end; i++) {
        const value = working.data[i]!;
        // Single precision, as the planes have it.
        sum = fround(sum + value * share);
        squares = fround(squares + value * value * share);
        seen = fround(seen + share);
      }
    }
    mean.data[at] = sum;
    square.data[at] = squares;
    count.data[at] = seen;
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
      out.data[at] = (1.6 * value) / sqrt(1 + value * value);
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

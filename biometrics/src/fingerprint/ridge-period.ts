import { fingerprintParameters } from './fingerprint-parameters.ts';
import type { OrientationField } from './orientation-field.ts';
import { blur, emptyPlane, type Plane } from './plane.ts';

/** Ridge period in pixels per cell, and the share 0..1 of the local energy that one straight wave explains. */
export interface RidgePeriods {
  readonly period: Plane;
  readonly clarity: Plane;
}

const { least, most, candidates, across, along } = fingerprintParameters.period;
const SAMPLES = 2 * across + 1;
const PERIODS = Float32Array.from(
  { length: candidates },
  (_, i) => least * (most / least) ** (i / (candidates - 1)),
);
const HANN = Float32Array.from(
  { length: SAMPLES },
  (_, k) => 0.5 + 0.5 * Math.cos((Math.PI * (k - across)) / (across + 1)),
);
const HANN_SUM = HANN.reduce((sum, h) => sum + h, 0);
const WAVES = PERIODS.reduce(
  (table, period, p) => {
    for (let k = 0; k < SAMPLES; k++) {
      table.cos[p * SAMPLES + k] = HANN[k]! * Math.cos((2 * Math.PI * (k - across)) / period);
      table.sin[p * SAMPLES + k] = HANN[k]! * Math.sin((2 * Math.PI * (k - across)) / period);
    }
    return table;
  },
  { cos: new Float32Array(candidates * SAMPLES), sin: new Float32Array(candidates * SAMPLES) },
);

/** Projects an oriented window on its normal and looks for the strongest wave, where `wanted` is above zero. */
export function ridgePeriods(ridges: Plane, field: OrientationField, wanted: Plane): RidgePeriods {
  const period = emptyPlane(wanted.width, wanted.height);
  const clarity = emptyPlane(wanted.width, wanted.height);
  const signature = new Float32Array(SAMPLES);
  for (let i = 0; i < wanted.data.length; i++) {
    if (wanted.data[i]! <= 0) continue;
    const energy = project(ridges, windowAt(field, i), signature);
    const peak = strongestWave(signature);
    period.data[i] = peak.period;
    clarity.data[i] = energy > 1e-4 ? Math.min(1, (2 * peak.power) / (HANN_SUM * HANN_SUM * energy)) : 0;
  }
  return { period: smoothPeriods(period, clarity), clarity };
}

interface Window {
  readonly x: number;
  readonly y: number;
  readonly cos: number;
  readonly sin: number;
}

function windowAt(field: OrientationField, index: number): Window {
  const { cell } = fingerprintParameters;
  const angle = Math.atan2(field.sin.data[index]!, field.cos.data[index]!) / 2;
  return {
    x: ((index % field.cos.width) + 0.5) * cell,
    y: (Math.floor(index / field.cos.width) + 0.5) * cell,
    cos: Math.cos(angle),
    sin: Math.sin(angle),
  };
}

/** Fills the signature across the ridges and returns the window's mean energy. */
function project(ridges: Plane, { x, y, cos, sin }: Window, signature: Float32Array): number {
  const { width, height, data } = ridges;
  let energy = 0;
  let mean = 0;
  for (let k = -across; k <= across; k++) {
    let sum = 0;
    let squares = 0;
    let n = 0;
    for (let l = -along; l <= along; l += 2) {
      const px = (x - k * sin + l * cos) | 0;
      const py = (y + k * cos + l * sin) | 0;
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const value = data[py * width + px]!;
      sum += value;
      squares += value * value;
      n++;
    }
    signature[k + across] = n > 0 ? sum / n : 0;
    mean += (HANN[k + across]! * signature[k + across]!) / HANN_SUM;
    if (n > 0) energy += (HANN[k + across]! * squares) / n;
  }
  for (let k = 0; k < SAMPLES; k++) signature[k]! -= mean;
  return energy / HANN_SUM - mean * mean;
}

function strongestWave(signature: Float32Array): { period: number; power: number } {
  let best = 0;
  const power = new Float64Array(candidates);
  for (let p = 0; p < candidates; p++) {
    let re = 0;
    let im = 0;
    for (let k = 0, at = p * SAMPLES; k < SAMPLES; k++, at++) {
      re += signature[k]! * WAVES.cos[at]!;
      im += signature[k]! * WAVES.sin[at]!;
    }
    power[p] = re * re + im * im;
    if (power[p]! > power[best]!) best = p;
  }
  if (best === 0 || best === candidates - 1) return { period: PERIODS[best]!, power: power[best]! * 0.5 };
  const [a, b, c] = [power[best - 1]!, power[best]!, power[best + 1]!];
  const shift = (0.5 * (a - c)) / (a - 2 * b + c || -1);
  return { period: PERIODS[best]! * (most / least) ** (shift / (candidates - 1)), power: b };
}

/** Clear cells speak for their unclear neighbours; a cell far from the print's own period speaks softly. */
function smoothPeriods(period: Plane, clarity: Plane): Plane {
  const { smoothCells } = fingerprintParameters.period;
  const typical = typicalPeriod(period, clarity);
  const weighted = emptyPlane(period.width, period.height);
  const weight = emptyPlane(period.width, period.height);
  for (let i = 0; i < period.data.length; i++) {
    if (clarity.data[i]! <= 0) continue;
    const octaves = Math.log2(period.data[i]! / typical);
    weight.data[i] = clarity.data[i]! ** 2 * Math.exp((-octaves * octaves) / 0.18);
    weighted.data[i] = weight.data[i]! * Math.log(period.data[i]!);
  }
  const top = blur(weighted, smoothCells).data;
  const down = blur(weight, smoothCells).data;
  const prior = 0.004;
  return {
    ...period,
    data: top.map((value, i) => Math.exp((value + prior * Math.log(typical)) / (down[i]! + prior))),
  };
}

/** Median period of the clear cells; 9 where nothing is clear. */
export function typicalPeriod(period: Plane, clarity: Plane): number {
  const clear: number[] = [];
  for (let i = 0; i < period.data.length; i++) if (clarity.data[i]! > 0.35) clear.push(period.data[i]!);
  if (clear.length === 0) return 9;
  clear.sort((a, b) => a - b);
  return clear[clear.length >> 1]!;
}

import { fingerprintParameters } from './fingerprint-parameters.ts';
import { ridgeKernel } from './finger-kernel-self-test.ts';
import type { OrientationField } from './orientation-field.ts';
import { blur, emptyPlane, type Plane } from './plane.ts';

/** Ridge period in pixels per cell, and the share 0..1 of the local energy that one straight wave explains. */
export interface RidgePeriods {
  readonly period: Plane;
  readonly clarity: Plane;
}

const { least, most, candidates, across } = fingerprintParameters.period;
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
/** As the kernels read it: the window's weights, their sum, then each wave's cosines and sines in pairs, all single precision. */
const TABLES = Float64Array.from([...HANN, HANN_SUM, ...[...PERIODS].flatMap(weightedWave)]);
/** Numbers that a kernel gives for a window: energy, and a power a candidate. */
const ANSWERS = candidates + 1;

function weightedWave(period: number): number[] {
  return [...HANN].flatMap((weight, k) => {
    const angle = (2 * Math.PI * (k - across)) / period;
    return [Math.fround(weight * Math.cos(angle)), Math.fround(weight * Math.sin(angle))];
  });
}

/** Projects an oriented window on its normal and looks for the strongest wave, where `wanted` is above zero. */
export function ridgePeriods(ridges: Plane, field: OrientationField, wanted: Plane): RidgePeriods {
  const period = emptyPlane(wanted.width, wanted.height);
  const clarity = emptyPlane(wanted.width, wanted.height);
  const cells: number[] = [];
  for (let i = 0; i < wanted.data.length; i++) if (wanted.data[i]! > 0) cells.push(i);
  const answers = wavesOf(ridges, field, cells);
  cells.forEach((cell, k) => {
    const energy = answers[k * ANSWERS]!;
    const peak = strongestWave(answers.subarray(k * ANSWERS + 1, (k + 1) * ANSWERS));
    period.data[cell] = peak.period;
    clarity.data[cell] = energy > 1e-4 ? Math.min(1, (2 * peak.power) / (HANN_SUM * HANN_SUM * energy)) : 0;
  });
  return { period: smoothPeriods(period, clarity), clarity };
}

/** Lays plane, tables and the cells' windows into the kernel's memory; its answers are true until it works again. */
function wavesOf(ridges: Plane, field: OrientationField, cells: readonly number[]): Float64Array {
  const kernel = ridgeKernel();
  const tables = Math.ceil(ridges.data.length / 4) * 16;
  // Behind the tables the kernel needs room for one signature.
  const windows = tables + 8 * (TABLES.length + SAMPLES + 1);
  const out = windows + 32 * cells.length;
  kernel.reserve(out + 8 * ANSWERS * cells.length);
  new Float32Array(kernel.memory(), 0, ridges.data.length).set(ridges.data);
  new Float64Array(kernel.memory(), tables, TABLES.length).set(TABLES);
  const places = new Float64Array(kernel.memory(), windows, 4 * cells.length);
  for (let k = 0; k < cells.length; k++) placeWindow(field, cells[k]!, places.subarray(4 * k, 4 * k + 4));
  const { width, height } = ridges;
  kernel.ridgeWaves({ plane: 0, width, height, windows, count: cells.length, tables, out });
  return new Float64Array(kernel.memory(), out, ANSWERS * cells.length);
}

/** Middle of a cell, and the direction of its ridges. */
function placeWindow(field: OrientationField, index: number, place: Float64Array): void {
  const { cell } = fingerprintParameters;
  const angle = Math.atan2(field.sin.data[index]!, field.cos.data[index]!) / 2;
  place[0] = ((index % field.cos.width) + 0.5) * cell;
  place[1] = (Math.floor(index / field.cos.width) + 0.5) * cell;
  place[2] = Math.cos(angle);
  place[3] = Math.sin(angle);
}

function strongestWave(power: Float64Array): { period: number; power: number } {
  let best = 0;
  for (let p = 1; p < candidates; p++) if (power[p]! > power[best]!) best = p;
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

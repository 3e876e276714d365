import { fingerprintParameters } from './fingerprint-parameters.ts';
import type { OrientationField } from './orientation-field.ts';
import { BlockFilter } from './block-filter.ts';
import { ridgeKernel } from './finger-kernel-self-test.ts';
import { acrossKernel, alongKernel, BLOCK, type Kernel } from './oriented-kernel.ts';
import type { Plane } from './plane.ts';

/** What the oriented filters follow: direction and period of the ridges, and the cells that hold them. */
export interface RidgeGuide {
  readonly field: OrientationField;
  readonly period: Plane;
  readonly mask: Plane;
}

const { orientations, periods, alongSigma, acrossSigma } = fingerprintParameters.enhance;
const { least, most } = fingerprintParameters.period;

/**
 * Gabor filtering in two oriented passes: a Gaussian along the ridges, then an even Gabor of the local period
 * across them. Zero outside the mask (grown by one cell, so that ridges do not end at its edge).
 * `coarse` is half as exact and takes half the time.
 */
export function enhanceRidges(ridges: Plane, guide: RidgeGuide, coarse = false): Plane {
  const { starts, kernels } = kernelBlocks(guide, ridges.width);
  const room = { planes: 3, filters: Math.min(2 * starts.length, ALL_FILTERS), blocks: starts.length };
  const filter = new BlockFilter(ridgeKernel(), ridges, room);
  filter.load(0, ridges);
  filter.clear(1);
  filter.clear(2);
  const kernelOf = coarse ? COARSE : FINE;
  const along = kernels.map((kernel) => ACROSS_FILTERS + Math.floor(kernel / periods));
  filter.filter(0, 1, { starts, filters: along }, kernelOf);
  filter.filter(1, 2, { starts, filters: kernels }, kernelOf);
  return filter.read(2);
}

/** Filters across the ridges have the number orientation * periods + period; behind them stand those along. */
const ACROSS_FILTERS = orientations * periods;
const ALL_FILTERS = ACROSS_FILTERS + orientations;

/** Makes each filter when it is first asked for, and keeps it. */
function filterTable(coarse: boolean): (number: number) => Kernel {
  const made: (Kernel | undefined)[] = [];
  return (number) => (made[number] ??= orientedFilter(number, coarse));
}

function orientedFilter(number: number, coarse: boolean): Kernel {
  if (number >= ACROSS_FILTERS) {
    const angle = ((number - ACROSS_FILTERS) * Math.PI) / orientations;
    return alongKernel({ angle, sigma: alongSigma, coarse });
  }
  const wave = least * (most / least) ** ((number % periods) / (periods - 1));
  const angle = ((Math.floor(number / periods) + orientations / 2) * Math.PI) / orientations;
  return acrossKernel({ angle, wave, sigma: acrossSigma * wave, coarse });
}

const [COARSE, FINE] = [filterTable(true), filterTable(false)];

/** The blocks inside the mask: first pixel, and orientation * periods + period. */
interface Blocks {
  readonly starts: Int32Array;
  readonly kernels: Int32Array;
}

function kernelBlocks({ field, period, mask }: RidgeGuide, stride: number): Blocks {
  const per = fingerprintParameters.cell / BLOCK;
  const [cols, rows] = [mask.width * per, mask.height * per];
  const [starts, kernels] = [new Int32Array(cols * rows), new Int32Array(cols * rows)];
  let count = 0;
  const edge = Math.ceil(fingerprintParameters.padding / fingerprintParameters.cell);
  for (let row = edge * per; row < rows - edge * per; row++) {
    for (let col = edge * per; col < cols - edge * per; col++) {
      if (!touches(mask, (row / per) | 0, (col / per) | 0)) continue;
      const near = nearestCells((col + 0.5) / per - 0.5, (row + 0.5) / per - 0.5, mask.width);
      const angle = Math.atan2(mix(field.sin, near), mix(field.cos, near)) / 2;
      const o = Math.round(((angle + Math.PI) / Math.PI) * orientations) % orientations;
      const octaves = Math.log(mix(period, near) / least) / Math.log(most / least);
      const p = Math.max(0, Math.min(periods - 1, Math.round(octaves * (periods - 1))));
      starts[count] = row * BLOCK * stride + col * BLOCK;
      kernels[count++] = o * periods + p;
    }
  }
  return { starts: starts.subarray(0, count), kernels: kernels.subarray(0, count) };
}

function touches(mask: Plane, row: number, col: number): boolean {
  const at = row * mask.width + col;
  const { data, width } = mask;
  return data[at]! + data[at - 1]! + data[at + 1]! + data[at - width]! + data[at + width]! > 0;
}

interface Near {
  readonly at: number;
  readonly stride: number;
  readonly fx: number;
  readonly fy: number;
}

function nearestCells(u: number, v: number, stride: number): Near {
  return { at: (v | 0) * stride + (u | 0), stride, fx: u - (u | 0), fy: v - (v | 0) };
}

function mix(plane: Plane, { at, stride, fx, fy }: Near): number {
  const { data } = plane;
  const top = data[at]! * (1 - fx) + data[at + 1]! * fx;
  return top * (1 - fy) + (data[at + stride]! * (1 - fx) + data[at + stride + 1]! * fx) * fy;
}

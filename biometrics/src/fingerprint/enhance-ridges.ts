import { fingerprintParameters } from './fingerprint-parameters.ts';
import type { OrientationField } from './orientation-field.ts';
import { acrossKernel, alongKernel, BLOCK, filterBlock, type Kernel } from './oriented-kernel.ts';
import { emptyPlane, type Plane } from './plane.ts';

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
  const blocks = kernelBlocks(guide);
  const along = emptyPlane(ridges.width, ridges.height);
  const alongKernels = Array.from({ length: orientations }, (_, o) =>
    alongKernel({ angle: (o * Math.PI) / orientations, sigma: alongSigma, stride: ridges.width, coarse }),
  );
  applyKernels({ from: ridges, to: along, blocks }, (o) => alongKernels[o]!);
  const out = emptyPlane(ridges.width, ridges.height);
  const acrossKernels = new Map<number, Kernel>();
  applyKernels({ from: along, to: out, blocks }, (o, p) => {
    const key = o * periods + p;
    let kernel = acrossKernels.get(key);
    const wave = least * (most / least) ** (p / (periods - 1));
    const angle = ((o + orientations / 2) * Math.PI) / orientations;
    if (!kernel)
      acrossKernels.set(
        key,
        (kernel = acrossKernel({ angle, wave, sigma: acrossSigma * wave, stride: ridges.width, coarse })),
      );
    return kernel;
  });
  return out;
}

interface Blocks {
  readonly cols: number;
  readonly rows: number;
  /** orientation * periods + period, or -1 outside. */
  readonly kernel: Int32Array;
}

function kernelBlocks({ field, period, mask }: RidgeGuide): Blocks {
  const per = fingerprintParameters.cell / BLOCK;
  const [cols, rows] = [mask.width * per, mask.height * per];
  const kernel = new Int32Array(cols * rows).fill(-1);
  const edge = Math.ceil(fingerprintParameters.padding / fingerprintParameters.cell);
  for (let row = edge * per; row < rows - edge * per; row++) {
    for (let col = edge * per; col < cols - edge * per; col++) {
      const near = nearestCells((col + 0.5) / per - 0.5, (row + 0.5) / per - 0.5, mask.width);
      if (!touches(mask, (row / per) | 0, (col / per) | 0)) continue;
      const angle = Math.atan2(mix(field.sin, near), mix(field.cos, near)) / 2;
      const o = Math.round(((angle + Math.PI) / Math.PI) * orientations) % orientations;
      const octaves = Math.log(mix(period, near) / least) / Math.log(most / least);
      const p = Math.max(0, Math.min(periods - 1, Math.round(octaves * (periods - 1))));
      kernel[row * cols + col] = o * periods + p;
    }
  }
  return { cols, rows, kernel };
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

interface Pass {
  readonly from: Plane;
  readonly to: Plane;
  readonly blocks: Blocks;
}

function applyKernels(
  { from, to, blocks }: Pass,
  kernelOf: (orientation: number, period: number) => Kernel,
): void {
  for (let b = 0; b < blocks.kernel.length; b++) {
    const code = blocks.kernel[b]!;
    if (code < 0) continue;
    const kernel = kernelOf((code / periods) | 0, code % periods);
    const start = ((b / blocks.cols) | 0) * BLOCK * from.width + (b % blocks.cols) * BLOCK;
    filterBlock(from.data, to.data, { start, stride: from.width }, kernel);
  }
}

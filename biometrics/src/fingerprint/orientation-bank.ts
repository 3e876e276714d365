import { fingerprintParameters } from './fingerprint-parameters.ts';
import { acrossKernel, alongKernel, filterBlock } from './oriented-kernel.ts';
import { emptyPlane, type Plane } from './plane.ts';

/** Doubled-angle sums per cell, as the structure tensor gives them: `energy` bounds their length. */
export interface OrientationSums {
  readonly cos: Plane;
  readonly sin: Plane;
  readonly energy: Plane;
}

const { directions, periods, alongSigma, acrossSigma } = fingerprintParameters.bank;

/**
 * Energy behind a bank of oriented filters, at half the resolution. Each filter averages along the ridges before it
 * squares, so dots of a dry print and the grain of a wet one weigh far less than in gradients.
 */
export function orientationBank(ridges: Plane, wanted: Plane): OrientationSums {
  const half = halve(ridges);
  const [cos, sin, energy] = [0, 0, 0].map(() => emptyPlane(wanted.width, wanted.height)) as [
    Plane,
    Plane,
    Plane,
  ];
  for (let d = 0; d < directions; d++) {
    const angle = (d * Math.PI) / directions;
    const power = directionPower(half, wanted, angle);
    for (let i = 0; i < power.length; i++) {
      cos.data[i]! += power[i]! * Math.cos(2 * angle);
      sin.data[i]! += power[i]! * Math.sin(2 * angle);
      energy.data[i]! += power[i]!;
    }
  }
  return { cos, sin, energy };
}

function halve({ width, height, data }: Plane): Plane {
  const half = emptyPlane(width / 2, height / 2);
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const at = 2 * y * width + 2 * x;
      half.data[y * half.width + x] =
        (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]!) / 4;
    }
  }
  return half;
}

/** Mean square of the filtered plane in each wanted cell. */
function directionPower(half: Plane, wanted: Plane, angle: number): Float32Array {
  const side = fingerprintParameters.cell / 2;
  const stride = half.width;
  const smooth = emptyPlane(half.width, half.height);
  const out = emptyPlane(half.width, half.height);
  const power = new Float32Array(wanted.data.length);
  const places = wantedPlaces(wanted, stride, side);
  const along = alongKernel({ angle, sigma: alongSigma, stride });
  for (const { start } of places) filterBlock(half.data, smooth.data, { start, stride, side }, along);
  for (const wave of periods) {
    const across = acrossKernel({ angle: angle + Math.PI / 2, wave, sigma: acrossSigma * wave, stride });
    for (const { start, cell } of places) {
      filterBlock(smooth.data, out.data, { start, stride, side }, across);
      power[cell]! += blockEnergy(out.data, { start, stride, side }) ** fingerprintParameters.bank.sharpness;
    }
  }
  return power;
}

interface Place {
  readonly cell: number;
  readonly start: number;
}

function wantedPlaces(wanted: Plane, stride: number, side: number): Place[] {
  const edge = fingerprintParameters.padding / fingerprintParameters.cell;
  const places: Place[] = [];
  for (let row = edge; row < wanted.height - edge; row++) {
    for (let col = edge; col < wanted.width - edge; col++) {
      const cell = row * wanted.width + col;
      if (wanted.data[cell]! > 0) places.push({ cell, start: row * side * stride + col * side });
    }
  }
  return places;
}

function blockEnergy(
  data: Float32Array,
  { start, stride, side }: { start: number; stride: number; side: number },
): number {
  let sum = 0;
  for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) sum += data[start + y * stride + x]! ** 2;
  return sum;
}

import { fingerprintParameters } from './fingerprint-parameters.ts';
import { acrossKernel, alongKernel, BLOCK, filterBlock } from './oriented-kernel.ts';
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
  const bank = {
    half,
    smooth: emptyPlane(half.width, half.height),
    out: emptyPlane(half.width, half.height),
    places: wantedPlaces(wanted, half.width),
  };
  const power = new Float32Array(wanted.data.length);
  for (let d = 0; d < directions; d++) {
    const angle = (d * Math.PI) / directions;
    directionPower(bank, angle, power);
    const [c, s] = [Math.cos(2 * angle), Math.sin(2 * angle)];
    for (let i = 0; i < power.length; i++) {
      cos.data[i]! += power[i]! * c;
      sin.data[i]! += power[i]! * s;
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

interface Bank {
  readonly half: Plane;
  readonly smooth: Plane;
  readonly out: Plane;
  readonly places: readonly Place[];
}

/** Energy of the filtered plane in each wanted cell, added to `power`. */
function directionPower({ half, smooth, out, places }: Bank, angle: number, power: Float32Array): void {
  const stride = half.width;
  power.fill(0);
  const along = alongKernel({ angle, sigma: alongSigma, stride, coarse: true });
  for (const place of places) filterBlock(half.data, smooth.data, { start: place.start, stride }, along);
  for (const wave of periods) {
    const across = acrossKernel({
      angle: angle + Math.PI / 2,
      wave,
      sigma: acrossSigma * wave,
      stride,
      coarse: true,
    });
    for (const { start, cell } of places) {
      filterBlock(smooth.data, out.data, { start, stride }, across);
      power[cell]! += blockEnergy(out.data, start, stride);
    }
  }
}

interface Place {
  readonly cell: number;
  readonly start: number;
}

/** At half the resolution a cell is one filter block. */
function wantedPlaces(wanted: Plane, stride: number): Place[] {
  const edge = fingerprintParameters.padding / fingerprintParameters.cell;
  const places: Place[] = [];
  for (let row = edge; row < wanted.height - edge; row++) {
    for (let col = edge; col < wanted.width - edge; col++) {
      const cell = row * wanted.width + col;
      if (wanted.data[cell]! > 0) places.push({ cell, start: row * BLOCK * stride + col * BLOCK });
    }
  }
  return places;
}

function blockEnergy(data: Float32Array, start: number, stride: number): number {
  let sum = 0;
  for (let row = start; row < start + BLOCK * stride; row += stride) {
    for (let at = row; at < row + BLOCK; at++) sum += data[at]! * data[at]!;
  }
  return sum;
}

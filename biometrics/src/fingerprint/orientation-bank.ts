import { fingerprintParameters } from './fingerprint-parameters.ts';
import { BlockFilter } from './block-filter.ts';
import { ridgeKernel } from './finger-kernel-self-test.ts';
import { acrossKernel, alongKernel, BLOCK, type Kernel } from './oriented-kernel.ts';
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
  const places = wantedPlaces(wanted, half.width);
  const room = { planes: 2, filters: directions * (1 + periods.length), blocks: places.cells.length };
  const filter = new BlockFilter(ridgeKernel(), half, room);
  filter.load(0, half);
  filter.clear(1);
  for (let d = 0; d < directions; d++) {
    const [c, s] = [Math.cos((2 * Math.PI * d) / directions), Math.sin((2 * Math.PI * d) / directions)];
    const powers = directionPower(filter, places, d);
    for (let k = 0; k < powers.length; k++) {
      const cell = places.cells[k]!;
      cos.data[cell]! += powers[k]! * c;
      sin.data[cell]! += powers[k]! * s;
      energy.data[cell]! += powers[k]!;
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

/** At half the resolution a cell is one filter block. */
interface Places {
  readonly cells: Int32Array;
  readonly starts: Int32Array;
}

function wantedPlaces(wanted: Plane, stride: number): Places {
  const edge = fingerprintParameters.padding / fingerprintParameters.cell;
  const cells: number[] = [];
  for (let row = edge; row < wanted.height - edge; row++) {
    for (let col = edge; col < wanted.width - edge; col++) {
      const cell = row * wanted.width + col;
      if (wanted.data[cell]! > 0) cells.push(cell);
    }
  }
  const startOf = (cell: number): number =>
    Math.floor(cell / wanted.width) * BLOCK * stride + (cell % wanted.width) * BLOCK;
  return { cells: Int32Array.from(cells), starts: Int32Array.from(cells, startOf) };
}

/** Energy of the filtered plane in each wanted cell: along the ridges first, then every wave across them. */
function directionPower(filter: BlockFilter, { starts }: Places, direction: number): Float32Array {
  filter.filter(0, 1, { starts, filters: direction }, bankKernel);
  const power = new Float32Array(starts.length);
  for (let p = 1; p <= periods.length; p++) {
    const energies = filter.energies(1, { starts, filters: p * directions + direction }, bankKernel);
    for (let k = 0; k < power.length; k++) power[k]! += energies[k]!;
  }
  return power;
}

/** Numbers below `directions` smooth along, those above look across for the waves of the periods in turn. */
const BANK = Array.from({ length: directions * (1 + periods.length) }, (_, number): Kernel => {
  const angle = ((number % directions) * Math.PI) / directions;
  const wave = periods[Math.floor(number / directions) - 1];
  return wave === undefined
    ? alongKernel({ angle, sigma: alongSigma, coarse: true })
    : acrossKernel({ angle: angle + Math.PI / 2, wave, sigma: acrossSigma * wave, coarse: true });
});
const bankKernel = (number: number): Kernel => BANK[number]!;

import { irisParameters } from './iris-parameters.ts';
import { countBits } from './popcount.ts';
import { cosSinOfTurns, expOfMinus } from './unit-circle.ts';
import type { UnwrappedIris } from './unwrap-iris.ts';

// Looked up once: under jest every use of a global in a hot loop costs a call.
const { abs, ceil, max } = Math;

/** Bits of one code: 128 columns x 8 rings x the signs of the real and the imaginary response. */
export const CODE_BITS = 2048;
export const CODE_BYTES = CODE_BITS / 8;
/** Columns of a code; a rotation by one column is a rotation of the code by two bytes. */
export const CODE_COLUMNS = 128;

/**
 * The phase code of an iris. `even` is the code; `odd` is the same texture read half a column further,
 * so that a probe can also be turned by half columns (1.4 degrees) against a gallery of even codes.
 * Byte 2c holds the real signs of column c (bit = ring), byte 2c + 1 the imaginary ones.
 */
export interface PhaseCode {
  readonly even: Uint8Array;
  readonly evenMask: Uint8Array;
  readonly odd: Uint8Array;
  readonly oddMask: Uint8Array;
  /** Set bits of the even mask. */
  readonly usableBits: number;
}

interface Kernel {
  readonly reach: number;
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly weight: Float64Array;
}

const KERNEL = angularGabor(irisParameters.code.wavelength, irisParameters.code.angularSigma);
const RING_WEIGHTS = ringWeights();

/** A complex Gabor wavelet without response to constant brightness. */
function angularGabor(wavelength: number, sigma: number): Kernel {
  const reach = ceil(2.5 * sigma);
  const weight = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => gauss(i - reach, sigma));
  const total = weight.reduce((sum, w) => sum + w, 0);
  const waves = Array.from(weight, (_, i) => cosSinOfTurns((i - reach) / wavelength));
  const mean = waves.reduce((sum, [c], i) => sum + c * (weight[i] as number), 0) / total;
  const re = weight.map((w, i) => w * ((waves[i] as [number, number])[0] - mean));
  const im = weight.map((w, i) => w * (waves[i] as [number, number])[1]);
  return { reach, re, im, weight: weight.map((w) => w / total) };
}

function gauss(distance: number, sigma: number): number {
  return expOfMinus((distance * distance) / (2 * sigma * sigma));
}

function ringWeights(): Float64Array[] {
  const { rings, radialSigma } = irisParameters.code;
  const { rows } = irisParameters.unwrap;
  return rings.map((centre) => {
    const weights = Float64Array.from({ length: rows }, (_, r) =>
      abs(r + 0.5 - centre) > 3 * radialSigma ? 0 : gauss(r + 0.5 - centre, radialSigma),
    );
    const total = weights.reduce((sum, w) => sum + w, 0);
    return weights.map((w) => w / total);
  });
}

/** Phase of the texture in eight rings and 256 directions, with a mask of the bits that can be trusted. */
export function encodePhase(iris: UnwrappedIris): PhaseCode {
  const rings = RING_WEIGHTS.map((weights) => respond(ringProfile(iris, weights)));
  const weakest = irisParameters.code.fragileShare * medianMagnitude(rings);
  const [even, odd] = [packColumns(rings, 0, weakest), packColumns(rings, 1, weakest)];
  return {
    even: even.code,
    evenMask: even.mask,
    odd: odd.code,
    oddMask: odd.mask,
    usableBits: countBits(even.mask),
  };
}

interface RingProfile {
  readonly level: Float64Array;
  readonly seen: Float64Array;
}

/** Mean brightness of a ring by column; where nothing is seen, the mean of the ring. */
function ringProfile({ columns, rows, values, usable }: UnwrappedIris, weights: Float64Array): RingProfile {
  const level = new Float64Array(columns);
  const seen = new Float64Array(columns);
  for (let r = 0; r < rows; r++) {
    const w = weights[r] as number;
    if (w === 0) continue;
    for (let c = 0, i = r * columns; c < columns; c++, i++) {
      if (usable[i] === 0) continue;
      level[c] = (level[c] as number) + w * (values[i] as number);
      seen[c] = (seen[c] as number) + w;
    }
  }
  let [sum, total] = [0, 1e-9];
  for (let c = 0; c < columns; c++) [sum, total] = [sum + (level[c] as number), total + (seen[c] as number)];
  for (let c = 0; c < columns; c++) {
    const s = seen[c] as number;
    level[c] = s > 0.05 ? (level[c] as number) / s : sum / total;
  }
  return { level, seen };
}

interface RingResponse {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly seen: Float64Array;
}

function respond({ level, seen }: RingProfile): RingResponse {
  const n = level.length;
  const { reach, re, im, weight } = KERNEL;
  const out = { re: new Float64Array(n), im: new Float64Array(n), seen: new Float64Array(n) };
  for (let c = 0; c < n; c++) {
    let sumRe = 0;
    let sumIm = 0;
    let sumSeen = 0;
    for (let k = -reach; k <= reach; k++) {
      const at = (c + k + n) & (n - 1);
      const value = level[at] as number;
      sumRe += value * (re[k + reach] as number);
      sumIm += value * (im[k + reach] as number);
      sumSeen += (seen[at] as number) * (weight[k + reach] as number);
    }
    out.re[c] = sumRe;
    out.im[c] = sumIm;
    out.seen[c] = sumSeen;
  }
  return out;
}

/** Of every fourth response: the median is the same to a percent. */
function medianMagnitude(rings: readonly RingResponse[]): number {
  const all: number[] = [];
  for (const { re, im } of rings) {
    for (let c = 0; c < re.length; c += 4) all.push(abs(re[c] as number), abs(im[c] as number));
  }
  const sorted = Float64Array.from(all).sort();
  return sorted[sorted.length >> 1] as number;
}

function packColumns(
  rings: readonly RingResponse[],
  offset: 0 | 1,
  weakest: number,
): { code: Uint8Array; mask: Uint8Array } {
  const code = new Uint8Array(CODE_BYTES);
  const mask = new Uint8Array(CODE_BYTES);
  const { leastSeen, leastResponse } = irisParameters.code;
  const floor = max(weakest, leastResponse);
  for (let c = 0; c < CODE_COLUMNS; c++) {
    rings.forEach(({ re, im, seen }, ring) => {
      const at = 2 * c + offset;
      const bit = 1 << ring;
      if ((re[at] as number) > 0) code[2 * c] = (code[2 * c] as number) | bit;
      if ((im[at] as number) > 0) code[2 * c + 1] = (code[2 * c + 1] as number) | bit;
      if ((seen[at] as number) < leastSeen) return;
      if (abs(re[at] as number) > floor) mask[2 * c] = (mask[2 * c] as number) | bit;
      if (abs(im[at] as number) > floor) mask[2 * c + 1] = (mask[2 * c + 1] as number) | bit;
    });
  }
  return { code, mask };
}

import { CODE_BYTES, type PhaseCode } from '../iris/phase-code.ts';
import { turnByHalfColumns } from '../iris/iris-turns.ts';
import { countBits } from '../iris/popcount.ts';

/**
 * Made-up codes for tests and benches: neighbouring columns are correlated as in real codes (a wavelength
 * of about seven columns), two thirds of the bits are usable. They say nothing about accuracy.
 */
export function makeCode(seed: number): PhaseCode {
  const random = xorshift(seed + 1);
  const even = new Uint8Array(CODE_BYTES);
  const evenMask = new Uint8Array(CODE_BYTES);
  for (let i = 0; i < CODE_BYTES; i++) {
    const word = random();
    // A column keeps about 60 % of its neighbour's bits that the dice would have changed.
    const keep = (word >>> 8) & (word >>> 16) & 0xff;
    even[i] = i < 2 ? word & 0xff : (word & ~keep) | ((even[i - 2] as number) & keep);
    evenMask[i] = (word >>> 24) | ((word >>> 5) & 0x99);
  }
  return withOdd(even, evenMask);
}

/** Another capture of the same code: a share of the bits flipped, the eye turned by whole columns. */
export function noisyCopy(code: PhaseCode, { flipped, turn }: { flipped: number; turn: number }): PhaseCode {
  const turned = turnByHalfColumns(code, 2 * (turn % 8));
  const random = xorshift((code.even[0] as number) * 7919 + (code.even[9] as number) + turn);
  const limit = flipped * 4294967296;
  const even = turned.code.map((byte) => {
    let flips = 0;
    for (let bit = 1; bit < 256; bit <<= 1) if (random() < limit) flips |= bit;
    return byte ^ flips;
  });
  return withOdd(even, turned.mask);
}

/** Made-up codes have no texture between columns; the half-column code repeats the whole one. */
function withOdd(even: Uint8Array, evenMask: Uint8Array): PhaseCode {
  return { even, evenMask, odd: even, oddMask: evenMask, usableBits: countBits(evenMask) };
}

/** Marsaglia's xorshift32: the same numbers on every machine. */
export function xorshift(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b9) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

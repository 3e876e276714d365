import { irisParameters } from '../iris/iris-parameters.ts';
import type { TurnedCode } from '../iris/iris-turns.ts';
import { CODE_COLUMNS } from '../iris/phase-code.ts';

/** Bits and bytes of a sieve code: every second column, four of the eight rings, real and imaginary. */
export const SIEVE_BITS = 512;
export const SIEVE_BYTES = SIEVE_BITS / 8;

/** The part of a code that the first pass over a gallery looks at: 64 bytes of code and 64 of mask. */
export function sieveCode(turned: TurnedCode): Uint8Array {
  const sieve = new Uint8Array(2 * SIEVE_BYTES);
  for (let column = 0; column < CODE_COLUMNS; column += 2) {
    sieve[column / 2] = pickRings(turned.code, column);
    sieve[SIEVE_BYTES + column / 2] = pickRings(turned.mask, column);
  }
  return sieve;
}

function pickRings(bytes: Uint8Array, column: number): number {
  const [real, imaginary] = [bytes[2 * column] as number, bytes[2 * column + 1] as number];
  return irisParameters.sieve.rings.reduce<number>(
    (picked, ring, i) => picked | (((real >> ring) & 1) << i) | (((imaginary >> ring) & 1) << (i + 4)),
    0,
  );
}

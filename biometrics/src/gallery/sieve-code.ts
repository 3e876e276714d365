import { irisParameters } from '../iris/iris-parameters.ts';
import type { TurnedCode } from '../iris/iris-turns.ts';
import { CODE_COLUMNS } from '../iris/phase-code.ts';

/** Bits and bytes of a sieve code: every second column, four of the eight rings, real and imaginary. */
export const SIEVE_BITS = 512;
export const SIEVE_BYTES = SIEVE_BITS / 8;

/** The rings of the sieve in each byte of eight rings. */
const PICKED = Uint8Array.from({ length: 256 }, (_, rings) =>
  irisParameters.sieve.rings.reduce<number>((picked, ring, i) => picked | (((rings >> ring) & 1) << i), 0),
);

/** The part of a code that the first pass over a gallery looks at: 64 bytes of code and 64 of mask. */
export function sieveCode({ code, mask }: TurnedCode): Uint8Array {
  const sieve = new Uint8Array(2 * SIEVE_BYTES);
  for (let column = 0; column < CODE_COLUMNS; column += 2) {
    sieve[column / 2] = pickRings(code, column);
    sieve[SIEVE_BYTES + column / 2] = pickRings(mask, column);
  }
  return sieve;
}

function pickRings(bytes: Uint8Array, column: number): number {
  const [real, imaginary] = [bytes[2 * column] as number, bytes[2 * column + 1] as number];
  return (PICKED[real] as number) | ((PICKED[imaginary] as number) << 4);
}

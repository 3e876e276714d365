// Looked up once: under jest every use of a global in a hot loop costs a call.
const { imul } = Math;

/** Set bits of a 32-bit word. */
export function popcount32(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Set bits of a byte string. */
export function countBits(bytes: Uint8Array): number {
  let bits = 0;
  for (const byte of bytes) bits += popcount32(byte);
  return bits;
}

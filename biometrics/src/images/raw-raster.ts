import { MalformedRecordError } from '../formats/malformed-record-error.ts';

/** Grey of uncompressed samples: `bitDepth` 1-8 bits each, packed from the top bit without row padding. */
export function unpackRaster(data: Uint8Array, count: number, bitDepth: number): Uint8Array {
  if (bitDepth < 1 || bitDepth > 8) {
    throw new MalformedRecordError(0, `raw samples of ${bitDepth} bits are not read`);
  }
  const needed = Math.ceil((count * bitDepth) / 8);
  if (data.length !== needed) {
    throw new MalformedRecordError(0, `the raster must have ${needed} bytes, it has ${data.length}`);
  }
  if (bitDepth === 8) return data.slice();
  const largest = 2 ** bitDepth - 1;
  const pixels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    pixels[i] = Math.round((bitsAt(data, i * bitDepth, bitDepth) * 255) / largest);
  }
  return pixels;
}

function bitsAt(data: Uint8Array, bit: number, width: number): number {
  const at = bit >> 3;
  const pair = data[at]! * 256 + (data[at + 1] ?? 0);
  return (pair >> (16 - width - (bit & 7))) & (2 ** width - 1);
}

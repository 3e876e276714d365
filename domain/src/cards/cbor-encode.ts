import { isCborArray, isCborMap, isCborTag, type CborValue } from './cbor-value.ts';
import { encodeUtf8 } from './utf8.ts';

/**
 * Deterministic CBOR (RFC 8949 §4.2): shortest heads, definite lengths, map keys in the order given
 * (callers list them in ascending order). Numbers must be whole; a fraction throws a RangeError.
 */
export function encodeCbor(value: CborValue): Uint8Array {
  const bytes: number[] = [];
  write(bytes, value);
  return Uint8Array.from(bytes);
}

function write(bytes: number[], value: CborValue): void {
  if (value === null) bytes.push(0xf6);
  else if (typeof value === 'boolean') bytes.push(value ? 0xf5 : 0xf4);
  else if (typeof value === 'number' || typeof value === 'bigint') writeInteger(bytes, value);
  else if (typeof value === 'string') writeRun(bytes, 3, encodeUtf8(value));
  else if (value instanceof Uint8Array) writeRun(bytes, 2, value);
  else writeContainer(bytes, value);
}

function writeContainer(bytes: number[], value: CborValue): void {
  if (isCborArray(value)) {
    writeHead(bytes, 4, value.length);
    for (const item of value) write(bytes, item);
  } else if (isCborMap(value)) {
    writeHead(bytes, 5, value.size);
    for (const [key, item] of value) {
      write(bytes, key);
      write(bytes, item);
    }
  } else if (isCborTag(value)) {
    writeHead(bytes, 6, value.tag);
    write(bytes, value.value);
  }
}

function writeInteger(bytes: number[], value: number | bigint): void {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('not a whole number');
  if (value >= 0) writeHead(bytes, 0, value);
  else writeHead(bytes, 1, typeof value === 'bigint' ? -1n - value : -1 - value);
}

function writeRun(bytes: number[], major: number, run: Uint8Array): void {
  writeHead(bytes, major, run.length);
  for (const byte of run) bytes.push(byte);
}

function writeHead(bytes: number[], major: number, argument: number | bigint): void {
  const top = major << 5;
  if (argument < 24) bytes.push(top | Number(argument));
  else if (argument < 0x100) bytes.push(top | 24, Number(argument));
  else if (argument < 0x10000) bytes.push(top | 25, ...bigEndian(argument, 2));
  else if (argument < 0x100000000) bytes.push(top | 26, ...bigEndian(argument, 4));
  else bytes.push(top | 27, ...bigEndian(argument, 8));
}

function bigEndian(value: number | bigint, length: number): number[] {
  const bits = BigInt(value);
  if (bits >= 1n << 64n) throw new RangeError('more than 64 bits');
  return Array.from({ length }, (_, index) => Number((bits >> BigInt(8 * (length - 1 - index))) & 0xffn));
}

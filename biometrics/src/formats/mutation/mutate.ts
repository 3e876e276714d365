import { crc32 } from 'node:zlib';
import type { Field } from './observed-fields.ts';

/** Numbers from 0 (inclusive) to 1, the same for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Each field set to each value at which a length, count, offset or size goes wrong. */
export function fieldMutations(bytes: Uint8Array, fields: readonly Field[]): Uint8Array[] {
  return fields.flatMap((field) => {
    const value = getField(bytes, field);
    const values = boundaryValues(field.width, value, bytes.length);
    return values.map((changed) => withField(bytes, field, changed));
  });
}

function boundaryValues(width: number, value: number, fileLength: number): number[] {
  const largest = 256 ** width - 1;
  const near = [0, 1, 2, value - 1, value + 1, value * 2, value + 4, Math.floor(value / 2)];
  const far = [largest, largest - 1, (largest + 1) / 2, fileLength, fileLength + 1, fileLength - value];
  return [...new Set([...near, ...far])].filter((other) => other !== value && other >= 0 && other <= largest);
}

/** One of: two fields at once, a flipped bit, a stretch cut out, repeated or overwritten, an early end. */
export function randomMutation(
  bytes: Uint8Array,
  fields: readonly Field[],
  random: () => number,
): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const count = 1 + Math.floor(random() * 16);
  const kinds = [
    () => randomFields(bytes, fields, random),
    () => randomFields(bytes, fields, random),
    () => bytes.map((byte, i) => (i === at ? byte ^ (1 << Math.floor(random() * 8)) : byte)),
    () => joined(bytes.subarray(0, at), bytes.subarray(at + count)),
    () => joined(bytes.subarray(0, at + count), bytes.subarray(at)),
    () => bytes.map((byte, i) => (i >= at && i < at + count ? Math.floor(random() * 256) : byte)),
    () => bytes.slice(0, at),
  ];
  return kinds[Math.floor(random() * kinds.length)]!();
}

function randomFields(bytes: Uint8Array, fields: readonly Field[], random: () => number): Uint8Array {
  let changed = bytes;
  for (let i = 0; i < 2 && fields.length > 0; i++) {
    const field = fields[Math.floor(random() * fields.length)]!;
    changed = withField(changed, field, Math.floor(random() ** 4 * 256 ** field.width));
  }
  return changed;
}

/** Recomputes what only guards the rest (checksums, the total length), so that the rest is reached. */
export function repaired(bytes: Uint8Array, total?: Field): Uint8Array {
  const fixed = total === undefined ? bytes : withField(bytes, total, bytes.length);
  return isPng(fixed) ? withChecksums(fixed) : fixed;
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50;
}

function withChecksums(bytes: Uint8Array): Uint8Array {
  const fixed = bytes.slice();
  const view = new DataView(fixed.buffer);
  for (let at = 8; at + 12 <= fixed.length;) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > fixed.length) break;
    view.setUint32(end, crc32(fixed.subarray(at + 4, end)));
    at = end + 4;
  }
  return fixed;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function getField(bytes: Uint8Array, { offset, width, little }: Field): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return little ? buffer.readUIntLE(offset, width) : buffer.readUIntBE(offset, width);
}

function withField(bytes: Uint8Array, { offset, width, little }: Field, value: number): Uint8Array {
  const changed = bytes.slice();
  if (offset + width > changed.length) return changed;
  const buffer = Buffer.from(changed.buffer);
  if (little) buffer.writeUIntLE(value, offset, width);
  else buffer.writeUIntBE(value, offset, width);
  return changed;
}

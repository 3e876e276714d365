import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';

/** Four letters of the format and four of the version, both ending in NUL. */
export const MAGIC_LENGTH = 8;

/** The magic number as a string of 8 characters. */
export function magicOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, MAGIC_LENGTH));
}

/** A reader behind the magic and the total length, which must be exactly that of the file. */
export function openRecord(bytes: Uint8Array): ByteReader {
  const reader = new ByteReader(bytes);
  reader.bytes(MAGIC_LENGTH, 'the magic number');
  const total = reader.u32('the total length');
  if (total !== bytes.length) {
    reader.fail(`the record says it is ${total} bytes long, the file has ${bytes.length}`, 4);
  }
  return reader;
}

export function sealRecord(magic: string, body: Uint8Array): Uint8Array {
  return new ByteWriter()
    .ascii(magic)
    .u32(body.length + MAGIC_LENGTH + 4)
    .bytes(body)
    .build();
}

/** A reader of one representation, whose first field is its own length (that field included). */
export function openRepresentation(reader: ByteReader): ByteReader {
  const length = reader.u32('the representation length');
  if (length < 4 || length - 4 > reader.remaining) {
    reader.fail(`a representation of ${length} bytes does not fit`, 4);
  }
  return reader.window(length - 4, 'the representation');
}

export function sealRepresentation(body: Uint8Array): Uint8Array {
  return new ByteWriter()
    .u32(body.length + 4)
    .bytes(body)
    .build();
}

/** 0 or 1; anything else is refused at its own byte. */
export function readFlag(reader: ByteReader, what: string): boolean {
  const value = reader.u8(what);
  if (value > 1) reader.fail(`${what} must be 0 or 1, not ${value}`, 1);
  return value === 1;
}

/** A count of representations; zero would be a record of nothing. */
export function readCount(reader: ByteReader, what: string): number {
  const count = reader.u16(what);
  if (count === 0) reader.fail(`${what} is 0`, 2);
  return count;
}

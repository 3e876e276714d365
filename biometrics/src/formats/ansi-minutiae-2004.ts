import { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readMinutiaeSheet, writeMinutiaeSheet, type MinutiaeSheet } from './minutiae-view.ts';
import { MAGIC_LENGTH, magicOf } from './record-frame.ts';

const LARGEST_SHORT = 0xffff;
const SMALLEST_RECORD = 26;

/** ANSI/INCITS 378-2004. */
export interface AnsiMinutiae2004 extends MinutiaeSheet {
  readonly kind: 'ansi-minutiae-2004';
  /** One of `MINUTIAE_MAGICS`: the standard and its readers disagree about a blank or a zero. */
  readonly magic: string;
  readonly lengthCountsItself: boolean;
  readonly vendor: number;
  readonly subformat: number;
}

/**
 * Tells this format from ISO/IEC 19794-2:2005, which has the same magic number: ISO has a 4-byte length
 * here, ANSI 2 bytes, or 0 and 4 bytes when the record is longer than 65,535.
 */
export function isAnsiMinutiae2004(bytes: Uint8Array): boolean {
  const first = bytes[8]! * 256 + bytes[9]!;
  const second = bytes[10]! * 256 + bytes[11]!;
  return first >= SMALLEST_RECORD || (first === 0 && second < SMALLEST_RECORD - 2);
}

/** Reads a finger minutiae record of ANSI/INCITS 378-2004; MalformedRecordError where it contradicts itself. */
export function readAnsiMinutiae2004(bytes: Uint8Array): AnsiMinutiae2004 {
  const reader = new ByteReader(bytes, MAGIC_LENGTH);
  const lengthCountsItself = readTotal(reader, bytes.length);
  const owner = { vendor: reader.u16('the vendor'), subformat: reader.u16('the sub-format') };
  const sheet = readMinutiaeSheet(reader);
  return { kind: 'ansi-minutiae-2004', magic: magicOf(bytes), lengthCountsItself, ...owner, ...sheet };
}

/** The bytes of the record; those that were read come back unchanged. */
export function writeAnsiMinutiae2004(record: AnsiMinutiae2004): Uint8Array {
  const body = new ByteWriter().u16(record.vendor).u16(record.subformat);
  writeMinutiaeSheet(body, record);
  const rest = body.build();
  const total = MAGIC_LENGTH + 2 + rest.length;
  const writer = new ByteWriter().ascii(record.magic);
  if (total <= LARGEST_SHORT) writer.u16(record.lengthCountsItself ? total : total - 2);
  else writer.u16(0).u32(record.lengthCountsItself ? total + 4 : total - 2);
  return writer.bytes(rest).build();
}

/** Whether the stated length counts its own field; records are met (the open sample is one) where it does not. */
function readTotal(reader: ByteReader, actual: number): boolean {
  const at = reader.offset;
  const short = reader.u16('the total length');
  const stated = short === 0 ? reader.u32('the total length') : short;
  const own = reader.offset - at;
  // The long form of a short length would not write back to the same bytes; the standard excludes it.
  const fits = stated === actual || stated === actual - own;
  if (!fits || (short === 0 && actual <= LARGEST_SHORT)) {
    reader.fail(`the record says it is ${stated} bytes long, the file has ${actual}`, own);
  }
  return stated === actual;
}

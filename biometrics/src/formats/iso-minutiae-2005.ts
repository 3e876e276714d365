import { ByteWriter } from './byte-writer.ts';
import { readMinutiaeSheet, writeMinutiaeSheet, type MinutiaeSheet } from './minutiae-view.ts';
import { magicOf, openRecord, sealRecord } from './record-frame.ts';

/** ISO/IEC 19794-2:2005; the second is met in the field. */
export const MINUTIAE_MAGICS: readonly string[] = ['FMR\x00 20\x00', 'FMR\x00020\x00'];

export interface IsoMinutiae2005 extends MinutiaeSheet {
  readonly kind: 'iso-minutiae-2005';
  /** One of `MINUTIAE_MAGICS`. */
  readonly magic: string;
}

/** Reads a finger minutiae record (FMR) of 2005; MalformedRecordError where it contradicts itself. */
export function readIsoMinutiae2005(bytes: Uint8Array): IsoMinutiae2005 {
  const reader = openRecord(bytes);
  return { kind: 'iso-minutiae-2005', magic: magicOf(bytes), ...readMinutiaeSheet(reader) };
}

/** The bytes of the record; those that were read come back unchanged. */
export function writeIsoMinutiae2005(record: IsoMinutiae2005): Uint8Array {
  const body = new ByteWriter();
  writeMinutiaeSheet(body, record);
  return sealRecord(record.magic, body.build());
}

import {
  isAnsiMinutiae2004,
  readAnsiMinutiae2004,
  writeAnsiMinutiae2004,
  type AnsiMinutiae2004,
} from './ansi-minutiae-2004.ts';
import {
  FACE_2005_MAGIC,
  FACE_2011_MAGIC,
  readFaceImageRecord,
  type FaceImageRecord,
} from './face-image-record.ts';
import {
  FINGER_IMAGE_MAGIC,
  readFingerImageRecord,
  writeFingerImageRecord,
  type FingerImageRecord,
} from './finger-image-record.ts';
import {
  IRIS_IMAGE_MAGIC,
  readIrisImageRecord,
  writeIrisImageRecord,
  type IrisImageRecord,
} from './iris-image-record.ts';
import {
  MINUTIAE_MAGICS,
  readIsoMinutiae2005,
  writeIsoMinutiae2005,
  type IsoMinutiae2005,
} from './iso-minutiae-2005.ts';
import {
  ISO_MINUTIAE_2011_MAGIC,
  readIsoMinutiae2011,
  writeIsoMinutiae2011,
  type IsoMinutiae2011,
} from './iso-minutiae-2011.ts';
import { MalformedRecordError } from './malformed-record-error.ts';
import { magicOf } from './record-frame.ts';

export type MinutiaeRecord = IsoMinutiae2005 | IsoMinutiae2011 | AnsiMinutiae2004;
export type WritableRecord = MinutiaeRecord | FingerImageRecord | IrisImageRecord;
export type BiometricRecord = WritableRecord | FaceImageRecord;

const READERS = new Map<string, (bytes: Uint8Array) => BiometricRecord>([
  [FINGER_IMAGE_MAGIC, readFingerImageRecord],
  [IRIS_IMAGE_MAGIC, readIrisImageRecord],
  [FACE_2005_MAGIC, (bytes) => readFaceImageRecord(bytes, 2005)],
  [FACE_2011_MAGIC, (bytes) => readFaceImageRecord(bytes, 2011)],
  [ISO_MINUTIAE_2011_MAGIC, readIsoMinutiae2011],
  ...MINUTIAE_MAGICS.map((magic) => [magic, readEarlyMinutiae] as const),
]);

/** Whether the bytes begin with the magic number of a record we read. */
export function isRecord(bytes: Uint8Array): boolean {
  return READERS.has(magicOf(bytes));
}

/**
 * Reads any biometric record, told by its content: ISO/IEC 19794-2 (2005, 2011), ANSI/INCITS 378-2004,
 * 19794-4:2011, 19794-5 (2005, 2011), 19794-6:2011. MalformedRecordError says where and why it is not one.
 */
export function readRecord(bytes: Uint8Array): BiometricRecord {
  const read = READERS.get(magicOf(bytes));
  if (read === undefined)
    throw new MalformedRecordError(0, 'no known biometric record begins with these bytes');
  return read(bytes);
}

/** The bytes of a record; one that was read gives exactly the bytes it was read from. */
export function writeRecord(record: WritableRecord): Uint8Array {
  switch (record.kind) {
    case 'finger-image':
      return writeFingerImageRecord(record);
    case 'iris-image':
      return writeIrisImageRecord(record);
    case 'iso-minutiae-2005':
      return writeIsoMinutiae2005(record);
    case 'iso-minutiae-2011':
      return writeIsoMinutiae2011(record);
    case 'ansi-minutiae-2004':
      return writeAnsiMinutiae2004(record);
  }
}

function readEarlyMinutiae(bytes: Uint8Array): MinutiaeRecord {
  return isAnsiMinutiae2004(bytes) ? readAnsiMinutiae2004(bytes) : readIsoMinutiae2005(bytes);
}

import type { ByteReader } from './byte-reader.ts';
import { ByteWriter } from './byte-writer.ts';
import { readCaptureDetails, writeCaptureDetails, type CaptureDetails } from './capture-details.ts';
import {
  openRecord,
  openRepresentation,
  readCount,
  readFlag,
  sealRecord,
  sealRepresentation,
} from './record-frame.ts';

/** ISO/IEC 19794-4:2011. */
export const FINGER_IMAGE_MAGIC = 'FIR\x00020\x00';

export const FINGER_COMPRESSION = {
  raw: 0,
  packed: 1,
  wsq: 2,
  jpeg: 3,
  'jpeg2000-lossy': 4,
  'jpeg2000-lossless': 5,
  png: 6,
} as const;
export const PER_INCH = 1;
export const PER_CENTIMETRE = 2;

export interface FingerImage extends CaptureDetails {
  /** ISO finger or slap position: `FINGER_POSITION_CODE`, `SLAP_POSITION_CODE`. */
  readonly position: number;
  readonly representationNumber: number;
  /** 1 = the four rates below are pixels an inch, 2 = a centimetre. */
  readonly scaleUnits: number;
  readonly scanRateX: number;
  readonly scanRateY: number;
  readonly imageRateX: number;
  readonly imageRateY: number;
  readonly bitDepth: number;
  /** `FINGER_COMPRESSION`. */
  readonly compression: number;
  readonly impression: number;
  readonly width: number;
  readonly height: number;
  /** As stored: still compressed. */
  readonly data: Uint8Array;
  readonly extensions: readonly FingerExtension[];
}

/** Segmentation (1), annotation (2), comment (3) or a vendor's own block, kept as found. */
export interface FingerExtension {
  readonly id: number;
  readonly data: Uint8Array;
}

export interface FingerImageRecord {
  readonly kind: 'finger-image';
  readonly certified: boolean;
  readonly positionCount: number;
  readonly representations: readonly FingerImage[];
}

/** Reads a finger image record (FIR); MalformedRecordError where it contradicts itself. */
export function readFingerImageRecord(bytes: Uint8Array): FingerImageRecord {
  const reader = openRecord(bytes);
  const count = readCount(reader, 'the number of representations');
  const certified = readFlag(reader, 'the certification flag');
  const positionCount = reader.u8('the number of positions');
  const representations = reader.list(count, (r) => readRepresentation(openRepresentation(r), certified));
  reader.expectEnd('the last representation');
  return { kind: 'finger-image', certified, positionCount, representations };
}

/** The bytes of the record; those that were read come back unchanged. */
export function writeFingerImageRecord(record: FingerImageRecord): Uint8Array {
  const body = new ByteWriter().u16(record.representations.length).u8(record.certified ? 1 : 0);
  body.u8(record.positionCount);
  for (const image of record.representations) body.bytes(sealRepresentation(writeRepresentation(image)));
  return sealRecord(FINGER_IMAGE_MAGIC, body.build());
}

function readRepresentation(reader: ByteReader, certified: boolean): FingerImage {
  const details = readCaptureDetails(reader, certified);
  const geometry = readGeometry(reader);
  const data = reader.bytes(reader.u32('the image length'), 'the image');
  return { ...details, ...geometry, data, extensions: readExtensions(reader) };
}

function readGeometry(reader: ByteReader): Omit<FingerImage, keyof CaptureDetails | 'data' | 'extensions'> {
  const geometry = {
    position: reader.u8('the finger position'),
    representationNumber: reader.u8('the representation number'),
    scaleUnits: readScaleUnits(reader),
    scanRateX: reader.u16('the scan resolution'),
    scanRateY: reader.u16('the scan resolution'),
    imageRateX: reader.u16('the image resolution'),
    imageRateY: reader.u16('the image resolution'),
    bitDepth: reader.u8('the bit depth'),
    compression: reader.u8('the compression'),
    impression: reader.u8('the impression type'),
    width: reader.u16('the image width'),
    height: reader.u16('the image height'),
  };
  if (geometry.width === 0 || geometry.height === 0) reader.fail('the image has no pixels', 4);
  return geometry;
}

function readScaleUnits(reader: ByteReader): number {
  const units = reader.u8('the scale units');
  if (units !== PER_INCH && units !== PER_CENTIMETRE) reader.fail(`scale units ${units} are unknown`, 1);
  return units;
}

function readExtensions(reader: ByteReader): FingerExtension[] {
  const extensions: FingerExtension[] = [];
  while (reader.remaining > 0) {
    const id = reader.u16('an extension id');
    const length = reader.u16('an extension length');
    if (length < 4) reader.fail(`an extension of ${length} bytes cannot hold its own header`, 2);
    extensions.push({ id, data: reader.bytes(length - 4, 'an extension') });
  }
  return extensions;
}

function writeRepresentation(image: FingerImage): Uint8Array {
  const writer = new ByteWriter();
  writeCaptureDetails(writer, image);
  writer.u8(image.position).u8(image.representationNumber).u8(image.scaleUnits);
  writer.u16(image.scanRateX).u16(image.scanRateY).u16(image.imageRateX).u16(image.imageRateY);
  writer.u8(image.bitDepth).u8(image.compression).u8(image.impression);
  writer.u16(image.width).u16(image.height).u32(image.data.length).bytes(image.data);
  for (const { id, data } of image.extensions)
    writer
      .u16(id)
      .u16(data.length + 4)
      .bytes(data);
  return writer.build();
}

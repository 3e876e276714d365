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

/** ISO/IEC 19794-6:2011. */
export const IRIS_IMAGE_MAGIC = 'IIR\x00020\x00';

export const IRIS_FORMAT = { raw: 2, jpeg2000: 10, png: 14 } as const;
/** Uncropped, VGA (K2), cropped (K3), cropped and masked (K7). */
export const IRIS_KIND = { uncropped: 1, vga: 2, cropped: 3, 'cropped-and-masked': 7 } as const;
const LARGEST_EYE_CODE = 2;

export interface IrisImage extends CaptureDetails {
  readonly representationNumber: number;
  /** 0 undefined, else `EYE_CODE`. */
  readonly eye: number;
  /** `IRIS_KIND`. */
  readonly imageKind: number;
  /** `IRIS_FORMAT`. */
  readonly format: number;
  /** Two bits each, from the top: horizontal and vertical orientation, scan type, compression history. */
  readonly properties: number;
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  /** Millimetres from lens to eye; 0 unassigned, 1 failed, 2 overflow. */
  readonly range: number;
  readonly rollAngle: number;
  readonly rollUncertainty: number;
  /** Smallest and largest of centre x, centre y and diameter, in pixels; 0 undefined. */
  readonly irisPlace: readonly number[];
  /** As stored: still compressed. */
  readonly data: Uint8Array;
}

export interface IrisImageRecord {
  readonly kind: 'iris-image';
  readonly certified: boolean;
  readonly eyeCount: number;
  readonly representations: readonly IrisImage[];
}

/** Reads an iris image record (IIR); MalformedRecordError where it contradicts itself. */
export function readIrisImageRecord(bytes: Uint8Array): IrisImageRecord {
  const reader = openRecord(bytes);
  const count = readCount(reader, 'the number of representations');
  const certified = readFlag(reader, 'the certification flag');
  const eyeCount = reader.u8('the number of eyes');
  if (eyeCount > 2) reader.fail(`a record of ${eyeCount} eyes`, 1);
  const representations = reader.list(count, (r) => readRepresentation(openRepresentation(r), certified));
  reader.expectEnd('the last representation');
  return { kind: 'iris-image', certified, eyeCount, representations };
}

/** The bytes of the record; those that were read come back unchanged. */
export function writeIrisImageRecord(record: IrisImageRecord): Uint8Array {
  const body = new ByteWriter().u16(record.representations.length).u8(record.certified ? 1 : 0);
  body.u8(record.eyeCount);
  for (const image of record.representations) body.bytes(sealRepresentation(writeRepresentation(image)));
  return sealRecord(IRIS_IMAGE_MAGIC, body.build());
}

function readRepresentation(reader: ByteReader, certified: boolean): IrisImage {
  const details = readCaptureDetails(reader, certified);
  const image = {
    representationNumber: reader.u16('the representation number'),
    eye: readEye(reader),
    imageKind: reader.u8('the image kind'),
    format: reader.u8('the image format'),
    properties: reader.u8('the image properties'),
    width: reader.u16('the image width'),
    height: reader.u16('the image height'),
    bitDepth: reader.u8('the bit depth'),
    range: reader.u16('the range'),
    rollAngle: reader.u16('the roll angle'),
    rollUncertainty: reader.u16('the roll uncertainty'),
    irisPlace: reader.list(6, (r) => r.u16('the iris place')),
    data: reader.bytes(reader.u32('the image length'), 'the image'),
  };
  reader.expectEnd('the iris image');
  return { ...details, ...image };
}

function readEye(reader: ByteReader): number {
  const eye = reader.u8('the eye');
  if (eye > LARGEST_EYE_CODE) reader.fail(`eye ${eye} is unknown`, 1);
  return eye;
}

function writeRepresentation(image: IrisImage): Uint8Array {
  const writer = new ByteWriter();
  writeCaptureDetails(writer, image);
  writer.u16(image.representationNumber).u8(image.eye).u8(image.imageKind).u8(image.format);
  writer.u8(image.properties).u16(image.width).u16(image.height).u8(image.bitDepth);
  writer.u16(image.range).u16(image.rollAngle).u16(image.rollUncertainty);
  for (const value of image.irisPlace) writer.u16(value);
  return writer.u32(image.data.length).bytes(image.data).build();
}

import type { ByteReader } from './byte-reader.ts';
import { readCaptureDetails, type CaptureDetails } from './capture-details.ts';
import { openRecord, openRepresentation, readCount, readFlag } from './record-frame.ts';

/** ISO/IEC 19794-5:2005 and :2011. */
export const FACE_2005_MAGIC = 'FAC\x00010\x00';
export const FACE_2011_MAGIC = 'FAC\x00030\x00';

/** A feature point: MPEG-4 or anthropometric code and place, in pixels (z only in 2011). */
export interface FaceLandmark {
  readonly type: number;
  readonly code: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface FaceImage extends Partial<CaptureDetails> {
  readonly landmarks: readonly FaceLandmark[];
  readonly gender: number;
  readonly eyeColour: number;
  readonly hairColour: number;
  /** Centimetres, 0 unspecified (2011 only). */
  readonly subjectHeight?: number;
  readonly features: number;
  readonly expression: number;
  /** Yaw, pitch, roll as coded by the standard. */
  readonly pose: readonly number[];
  readonly poseUncertainty: readonly number[];
  readonly imageType: number;
  /** 2011: 0 JPEG, 1 JPEG 2000 lossy, 2 JPEG 2000 lossless, 3 PNG; 2005: 0 JPEG, 1 JPEG 2000. */
  readonly dataType: number;
  readonly width: number;
  readonly height: number;
  readonly colourSpace: number;
  /** As stored: still compressed. */
  readonly data: Uint8Array;
}

export interface FaceImageRecord {
  readonly kind: 'face-image';
  readonly edition: 2005 | 2011;
  readonly representations: readonly FaceImage[];
}

/** Reads a face image record (two-dimensional; three-dimensional data are refused by their length). */
export function readFaceImageRecord(bytes: Uint8Array, edition: 2005 | 2011): FaceImageRecord {
  const reader = openRecord(bytes);
  const count = readCount(reader, 'the number of representations');
  const representations = edition === 2005 ? reader.list(count, readFace2005) : readFaces2011(reader, count);
  reader.expectEnd('the last representation');
  return { kind: 'face-image', edition, representations };
}

function readFaces2011(reader: ByteReader, count: number): FaceImage[] {
  const certified = readFlag(reader, 'the certification flag');
  reader.u16('the temporal semantics');
  return reader.list(count, (r) => readFace2011(openRepresentation(r), certified));
}

function readFace2011(reader: ByteReader, certified: boolean): FaceImage {
  const details = readCaptureDetails(reader, certified);
  const landmarkCount = reader.u16('the number of landmarks');
  const person = readPerson(reader, true);
  const landmarks = reader.list(landmarkCount, readLandmark);
  const image = readImageStart(reader);
  reader.u8('the sampling rate');
  reader.u16('the post-processing');
  reader.u8('the cross reference');
  const colourSpace = reader.u8('the colour space');
  const data = reader.bytes(reader.u32('the image length'), 'the image');
  reader.expectEnd('the image');
  return { ...details, landmarks, ...person, ...image, colourSpace, data };
}

/** The block's length covers everything in it, so the image is what the fixed parts and landmarks leave. */
function readFace2005(record: ByteReader): FaceImage {
  const reader = openRepresentation(record);
  const landmarkCount = reader.u16('the number of landmarks');
  const person = readPerson(reader, false);
  const landmarks = reader.list(landmarkCount, readLandmark);
  const image = readImageStart(reader);
  const colourSpace = reader.u8('the colour space');
  reader.u8('the source type');
  reader.u16('the device type');
  reader.u16('the quality');
  if (reader.remaining === 0) reader.fail('the block ends before its image');
  const data = reader.bytes(reader.remaining, 'the image');
  return { landmarks, ...person, ...image, colourSpace, data };
}

function readPerson(reader: ByteReader, withHeight: boolean) {
  return {
    gender: reader.u8('the gender'),
    eyeColour: reader.u8('the eye colour'),
    hairColour: reader.u8('the hair colour'),
    ...(withHeight ? { subjectHeight: reader.u8('the subject height') } : {}),
    features: reader.u24('the features'),
    expression: reader.u16('the expression'),
    pose: reader.list(3, (r) => r.u8('the pose')),
    poseUncertainty: reader.list(3, (r) => r.u8('the pose uncertainty')),
  };
}

function readLandmark(reader: ByteReader): FaceLandmark {
  return {
    type: reader.u8('a landmark type'),
    code: reader.u8('a landmark code'),
    x: reader.u16('a landmark x'),
    y: reader.u16('a landmark y'),
    z: reader.u16('a landmark z'),
  };
}

function readImageStart(reader: ByteReader) {
  const image = {
    imageType: reader.u8('the face image type'),
    dataType: reader.u8('the image data type'),
    width: reader.u16('the image width'),
    height: reader.u16('the image height'),
  };
  if (image.width === 0 || image.height === 0) reader.fail('the image has no pixels', 4);
  return image;
}

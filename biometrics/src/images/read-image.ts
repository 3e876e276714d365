import type { FaceImage } from '../formats/face-image-record.ts';
import type { FingerImage } from '../formats/finger-image-record.ts';
import type { IrisImage } from '../formats/iris-image-record.ts';
import { MalformedRecordError, shiftedFault } from '../formats/malformed-record-error.ts';
import { isRecord, readRecord, type BiometricRecord } from '../formats/read-record.ts';
import { decodeEncodedImage } from './encoded-image.ts';
import type { GrayImage } from './gray-image.ts';
import { checkFileSize, MAX_PIXELS } from './image-limits.ts';
import { decodeFaceImage, decodeFingerImage, decodeIrisImage } from './record-image.ts';

/** Ten rolled fingers at 1,000 ppi; thousands of small pictures may not add up to minutes of decoding. */
const MOST_PIXELS_A_RECORD = 2 * MAX_PIXELS;
const TOO_MUCH = new MalformedRecordError(
  0,
  `the pictures add up to more than ${MOST_PIXELS_A_RECORD} pixels`,
);

/**
 * The grey picture in a file of any kind we know, told by its content: PNG, JPEG, TIFF, BMP, PGM,
 * JPEG 2000, WSQ, or the first representation of an ISO/IEC 19794-4, -5 or -6 record. `ppi` is set where
 * the file says something credible. Anything else is a MalformedRecordError with offset and reason.
 */
export async function readImage(bytes: Uint8Array): Promise<GrayImage> {
  checkFileSize(bytes);
  if (!isRecord(bytes)) return decodeEncodedImage(bytes);
  const [first] = await readRecordImages(bytes, readRecord(bytes), 1);
  if (first === undefined) throw new MalformedRecordError(0, 'a minutiae record holds no picture');
  return first;
}

/** The pictures of an image record, in order, at most `most`; none for minutiae. */
export async function readRecordImages(
  bytes: Uint8Array,
  record: BiometricRecord,
  most = Infinity,
): Promise<GrayImage[]> {
  const images: GrayImage[] = [];
  let pixels = 0;
  for (const { data, size, decode } of storedImages(record).slice(0, most)) {
    pixels += size;
    if (pixels > MOST_PIXELS_A_RECORD) rethrow(TOO_MUCH, data, bytes);
    images.push(await decode().catch((fault: unknown) => rethrow(fault, data, bytes)));
  }
  return images;
}

interface StoredImage {
  readonly size: number;
  readonly data: Uint8Array;
  readonly decode: () => Promise<GrayImage>;
}

function storedImages(record: BiometricRecord): StoredImage[] {
  switch (record.kind) {
    case 'finger-image':
      return record.representations.map((image) => stored(image, decodeFingerImage));
    case 'iris-image':
      return record.representations.map((image) => stored(image, decodeIrisImage));
    case 'face-image':
      return record.representations.map((image) => stored(image, decodeFaceImage));
    case 'iso-minutiae-2005':
    case 'iso-minutiae-2011':
    case 'ansi-minutiae-2004':
      return [];
  }
}

function stored<T extends FingerImage | IrisImage | FaceImage>(
  image: T,
  decode: (image: T) => Promise<GrayImage>,
): StoredImage {
  return { data: image.data, size: image.width * image.height, decode: () => decode(image) };
}

/** Image data are views into the file, so their place in it turns an inner offset into one of the file. */
function rethrow(fault: unknown, data: Uint8Array, bytes: Uint8Array): never {
  throw shiftedFault(fault, data.byteOffset - bytes.byteOffset);
}

import { FINGER_IMAGE_MAGIC, readFingerImageRecord } from '../formats/finger-image-record.ts';
import { IRIS_IMAGE_MAGIC, readIrisImageRecord } from '../formats/iris-image-record.ts';
import { shiftedFault } from '../formats/malformed-record-error.ts';
import { magicOf } from '../formats/record-frame.ts';
import { decodeEncodedImage } from './encoded-image.ts';
import type { GrayImage } from './gray-image.ts';
import { checkFileSize } from './image-limits.ts';
import { decodeFingerImage, decodeIrisImage } from './record-image.ts';

/**
 * The grey picture in a file of any kind we know, told by its content: PNG, JPEG, TIFF, BMP, PGM,
 * JPEG 2000, WSQ, or the first representation of an ISO/IEC 19794-4 or -6 record. `ppi` is set where
 * the file says something credible. Anything else is a MalformedRecordError with offset and reason.
 */
export async function readImage(bytes: Uint8Array): Promise<GrayImage> {
  checkFileSize(bytes);
  const magic = magicOf(bytes);
  if (magic === FINGER_IMAGE_MAGIC) {
    return decodeInside(bytes, readFingerImageRecord(bytes).representations[0]!, decodeFingerImage);
  }
  if (magic === IRIS_IMAGE_MAGIC) {
    return decodeInside(bytes, readIrisImageRecord(bytes).representations[0]!, decodeIrisImage);
  }
  return decodeEncodedImage(bytes);
}

/** Image data are views into the file, so their place in it turns an inner offset into one of the file. */
async function decodeInside<T extends { readonly data: Uint8Array }>(
  bytes: Uint8Array,
  representation: T,
  decode: (representation: T) => Promise<GrayImage>,
): Promise<GrayImage> {
  try {
    return await decode(representation);
  } catch (fault) {
    throw shiftedFault(fault, representation.data.byteOffset - bytes.byteOffset);
  }
}

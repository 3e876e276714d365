import type { FaceImage } from '../formats/face-image-record.ts';
import { FINGER_COMPRESSION, PER_CENTIMETRE, type FingerImage } from '../formats/finger-image-record.ts';
import { IRIS_FORMAT, type IrisImage } from '../formats/iris-image-record.ts';
import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { crediblePpi, ppiFromPerCentimetre } from './credible-ppi.ts';
import { decodeEncodedImage } from './encoded-image.ts';
import { grayImage, type GrayImage } from './gray-image.ts';
import { checkImageSize } from './image-limits.ts';
import { unpackRaster } from './raw-raster.ts';

/**
 * The pixels of one finger representation. The record's own image resolution (horizontal) stands, not
 * what the compressed file inside says. Offsets in faults count from the start of the image data.
 */
export async function decodeFingerImage(image: FingerImage): Promise<GrayImage> {
  const { raw, packed } = FINGER_COMPRESSION;
  const uncompressed = image.compression === raw || image.compression === packed;
  const depth = image.compression === raw && image.bitDepth < 8 ? 8 : image.bitDepth;
  const pixels = uncompressed ? rasterOf(image, depth) : await encodedPixels(image);
  return grayImage(image.width, image.height, pixels, crediblePpi(fingerPpi(image)));
}

/** Pixels an inch of the stored image, whatever unit the record counts in. */
export function fingerPpi(image: FingerImage): number {
  return image.scaleUnits === PER_CENTIMETRE ? ppiFromPerCentimetre(image.imageRateX) : image.imageRateX;
}

/** The pixels of one iris representation. */
export async function decodeIrisImage(image: IrisImage): Promise<GrayImage> {
  const pixels =
    image.format === IRIS_FORMAT.raw ? rasterOf(image, image.bitDepth) : await encodedPixels(image);
  return grayImage(image.width, image.height, pixels);
}

interface Stored {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

function rasterOf(image: Stored, depth: number): Uint8Array {
  checkImageSize(image.width, image.height, 0);
  return unpackRaster(image.data, image.width * image.height, depth);
}

/** Recognised by content, because real records are found with the wrong compression code. */
async function encodedPixels(image: Stored): Promise<Uint8Array> {
  const decoded = await decodeEncodedImage(image.data);
  if (decoded.width !== image.width || decoded.height !== image.height) {
    const sizes = `${decoded.width}x${decoded.height}, the record says ${image.width}x${image.height}`;
    throw new MalformedRecordError(0, `the image inside is ${sizes}`);
  }
  return decoded.pixels;
}

/** The grey of one face representation. */
export async function decodeFaceImage(image: FaceImage): Promise<GrayImage> {
  return grayImage(image.width, image.height, await encodedPixels(image));
}

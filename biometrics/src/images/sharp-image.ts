import sharp, { type Sharp } from 'sharp';
import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { crediblePpi } from './credible-ppi.ts';
import { grayImage, type GrayImage } from './gray-image.ts';
import { checkImageSize, MAX_PIXELS } from './image-limits.ts';
import { grayFromSamples } from './luma.ts';

const OPTIONS = { limitInputPixels: MAX_PIXELS, failOn: 'error', sequentialRead: true } as const;
const MAX_CHANNELS = 5;

/**
 * Decodes PNG, JPEG or TIFF whose structure was already checked. Colour becomes luma, 16 bits the upper
 * 8, transparency white paper. `dataAt` is where the checked structure ends and the codec takes over: the
 * offset of its faults. `ppi` overrides what libvips makes of the metadata.
 */
export async function decodeWithSharp(bytes: Uint8Array, dataAt: number, ppi?: number): Promise<GrayImage> {
  try {
    const header = await sharp(bytes, OPTIONS).metadata();
    checkImageSize(header.width, header.height, dataAt);
    if (header.channels > MAX_CHANNELS) throw new Error(`${header.channels} channels`);
    const { data, info } = await sharp(bytes, OPTIONS)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = grayFromSamples(data, info.width * info.height, info.channels);
    return grayImage(info.width, info.height, pixels, crediblePpi(ppi ?? header.density ?? 0));
  } catch (fault) {
    if (fault instanceof MalformedRecordError) throw fault;
    throw new MalformedRecordError(dataAt, `the picture cannot be decoded: ${firstLine(fault)}`);
  }
}

/** A grey PNG (8 bits, one channel) that carries the resolution where it is known. */
export async function encodePng(image: GrayImage): Promise<Uint8Array> {
  return encode(image, (pipeline) => pipeline.png({ compressionLevel: 9 }));
}

export async function encodeJpeg(image: GrayImage, quality = 95): Promise<Uint8Array> {
  return encode(image, (pipeline) => pipeline.jpeg({ quality }));
}

export async function encodeTiff(image: GrayImage): Promise<Uint8Array> {
  const perMillimetre = image.ppi === undefined ? {} : { xres: image.ppi / 25.4, yres: image.ppi / 25.4 };
  return encode(image, (pipeline) =>
    pipeline.tiff({ compression: 'deflate', resolutionUnit: 'inch', ...perMillimetre }),
  );
}

async function encode(image: GrayImage, as: (pipeline: Sharp) => Sharp): Promise<Uint8Array> {
  const { width, height, pixels, ppi } = image;
  const raw = sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
  return new Uint8Array(await as(ppi === undefined ? raw : raw.withMetadata({ density: ppi })).toBuffer());
}

function firstLine(fault: unknown): string {
  return (fault instanceof Error ? fault.message : String(fault)).split('\n')[0]!;
}

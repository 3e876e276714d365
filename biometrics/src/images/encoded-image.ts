import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { decodeBmp } from './bmp.ts';
import type { GrayImage } from './gray-image.ts';
import { checkFileSize } from './image-limits.ts';
import { decodeJpeg2000 } from './jpeg2000.ts';
import { checkJpegStructure } from './jpeg-structure.ts';
import { decodePgm } from './pgm.ts';
import { readPngStructure } from './png-structure.ts';
import { decodeWithSharp } from './sharp-image.ts';
import { checkTiffStructure } from './tiff-structure.ts';
import { decodeWsq } from './wsq/decode-wsq.ts';

export type ImageKind = 'png' | 'jpeg' | 'tiff' | 'bmp' | 'pgm' | 'jpeg2000' | 'wsq';

/** The first bytes by which each kind is known; never the file's name. */
const SIGNATURES: readonly (readonly [ImageKind, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg2000', [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20]],
  ['jpeg2000', [0xff, 0x4f, 0xff, 0x51]],
  ['wsq', [0xff, 0xa0]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['bmp', [0x42, 0x4d]],
  ['pgm', [0x50, 0x35]],
  ['pgm', [0x50, 0x32]],
];

const DECODERS: Record<ImageKind, (bytes: Uint8Array) => GrayImage | Promise<GrayImage>> = {
  png: (bytes) => {
    const { dataAt, ppi } = readPngStructure(bytes);
    return decodeWithSharp(bytes, dataAt, ppi);
  },
  jpeg: (bytes) => decodeWithSharp(bytes, checkJpegStructure(bytes)),
  tiff: (bytes) => decodeWithSharp(bytes, checkTiffStructure(bytes)),
  bmp: decodeBmp,
  pgm: decodePgm,
  jpeg2000: decodeJpeg2000,
  wsq: decodeWsq,
};

export function imageKindOf(bytes: Uint8Array): ImageKind | undefined {
  return SIGNATURES.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
}

/** Decodes any picture that is not wrapped in a biometric record; MalformedRecordError otherwise. */
export async function decodeEncodedImage(bytes: Uint8Array): Promise<GrayImage> {
  checkFileSize(bytes);
  const kind = imageKindOf(bytes);
  if (kind === undefined)
    throw new MalformedRecordError(0, 'no known picture or record begins with these bytes');
  return DECODERS[kind](bytes);
}

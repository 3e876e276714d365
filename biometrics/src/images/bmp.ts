import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { crediblePpi, ppiFromPerMetre } from './credible-ppi.ts';
import { grayImage, type GrayImage } from './gray-image.ts';
import { checkImageSize } from './image-limits.ts';

const FILE_HEADER = 14;
const INFO_HEADER = 40;
const UNCOMPRESSED = new Set([0, 3]);
const DEPTHS = new Set([1, 4, 8, 24, 32]);

interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  readonly depth: number;
  readonly rasterAt: number;
  readonly paletteAt: number;
  readonly paletteSize: number;
  readonly ppi: number | undefined;
}

interface PixelFormat {
  readonly depth: number;
  readonly palette: Uint8Array;
}

/** Reads an uncompressed Windows bitmap of 1, 4, 8, 24 or 32 bits, bottom-up or top-down. */
export function decodeBmp(bytes: Uint8Array): GrayImage {
  const header = readHeader(bytes);
  const { width, height, depth } = header;
  const stride = Math.ceil((width * depth) / 32) * 4;
  need(bytes, header.rasterAt, stride * height, 'the BMP raster');
  const format = { depth, palette: readPalette(bytes, header) };
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = header.rasterAt + (header.topDown ? y : height - 1 - y) * stride;
    for (let x = 0; x < width; x++) pixels[y * width + x] = grayAt(bytes, row, x, format);
  }
  return grayImage(width, height, pixels, header.ppi);
}

/** An 8-bit bitmap with a grey palette, bottom-up. */
export function encodeBmp(image: GrayImage): Uint8Array {
  const { width, height, pixels } = image;
  const stride = Math.ceil(width / 4) * 4;
  const rasterAt = FILE_HEADER + INFO_HEADER + 1024;
  const bytes = new Uint8Array(rasterAt + stride * height);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x424d);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, rasterAt, true);
  view.setUint32(14, INFO_HEADER, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  view.setUint32(34, stride * height, true);
  const perMetre = Math.round(((image.ppi ?? 0) * 100) / 2.54);
  view.setUint32(38, perMetre, true);
  view.setUint32(42, perMetre, true);
  for (let i = 0; i < 256; i++) bytes.fill(i, 54 + i * 4, 57 + i * 4);
  for (let y = 0; y < height; y++) {
    bytes.set(pixels.subarray(y * width, (y + 1) * width), rasterAt + (height - 1 - y) * stride);
  }
  return bytes;
}

function readHeader(bytes: Uint8Array): BmpHeader {
  need(bytes, 0, FILE_HEADER + INFO_HEADER, 'the BMP header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const infoLength = view.getUint32(14, true);
  if (infoLength < INFO_HEADER) throw new MalformedRecordError(14, `a BMP header of ${infoLength} bytes`);
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const depth = view.getUint16(28, true);
  checkImageSize(width, Math.abs(signedHeight), 18);
  if (!DEPTHS.has(depth)) throw new MalformedRecordError(28, `a BMP of ${depth} bits a pixel is not read`);
  if (!UNCOMPRESSED.has(view.getUint32(30, true))) {
    throw new MalformedRecordError(30, 'a compressed BMP is not read');
  }
  return {
    width,
    height: Math.abs(signedHeight),
    topDown: signedHeight < 0,
    depth,
    rasterAt: view.getUint32(10, true),
    paletteAt: FILE_HEADER + infoLength,
    paletteSize: view.getUint32(46, true),
    ppi: crediblePpi(ppiFromPerMetre(view.getInt32(38, true))),
  };
}

/** Grey of each palette entry (blue, green, red, unused); empty where pixels carry their colour. */
function readPalette(bytes: Uint8Array, header: BmpHeader): Uint8Array {
  if (header.depth > 8) return new Uint8Array(0);
  const whole = 2 ** header.depth;
  const count = header.paletteSize === 0 ? whole : Math.min(header.paletteSize, whole);
  need(bytes, header.paletteAt, count * 4, 'the BMP palette');
  const palette = new Uint8Array(whole);
  for (let i = 0; i < count; i++) palette[i] = luma(bytes, header.paletteAt + i * 4);
  return palette;
}

function grayAt(bytes: Uint8Array, row: number, x: number, { depth, palette }: PixelFormat): number {
  if (depth > 8) return luma(bytes, row + (x * depth) / 8);
  const bit = x * depth;
  const shift = 8 - depth - (bit % 8);
  return palette[(bytes[row + (bit >> 3)]! >> shift) & (2 ** depth - 1)]!;
}

function luma(bytes: Uint8Array, at: number): number {
  return Math.round(0.114 * bytes[at]! + 0.587 * bytes[at + 1]! + 0.299 * bytes[at + 2]!);
}

function need(bytes: Uint8Array, at: number, count: number, what: string): void {
  if (at + count > bytes.length) {
    throw new MalformedRecordError(
      Math.min(at, bytes.length),
      `${what} needs ${count} bytes, ${Math.max(0, bytes.length - at)} are left`,
    );
  }
}

import { ByteReader } from '../formats/byte-reader.ts';
import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { credibleFinePpi } from './credible-ppi.ts';
import { grayImage, type GrayImage } from './gray-image.ts';
import { readJp2Boxes, wrapJp2 } from './jp2-boxes.ts';
import { readCodestream, type CodestreamSize } from './jpeg2000-codestream.ts';
import { grayFromSamples } from './luma.ts';
import { CodecRefusal, withOpenJpeg, type OpenJpeg } from './openjpeg.ts';

const CODESTREAM_START = 0xff;
const MOST_DECOMPOSITIONS = 5;

/** Decodes a JP2 file or a bare JPEG 2000 codestream; colour becomes luma, deep samples their upper 8 bits. */
export async function decodeJpeg2000(bytes: Uint8Array): Promise<GrayImage> {
  const { codestreamAt, codestreamLength, ppi } = locate(bytes);
  const size = readCodestream(new ByteReader(bytes, codestreamAt, codestreamAt + codestreamLength));
  const codestream = bytes.subarray(codestreamAt, codestreamAt + codestreamLength);
  try {
    const pixels = await withOpenJpeg((codec) => decode(codec, codestream, size));
    return grayImage(
      size.width,
      size.height,
      pixels,
      credibleFinePpi(ppi ?? 0, Math.min(size.width, size.height)),
    );
  } catch (fault) {
    if (!(fault instanceof CodecRefusal)) throw fault;
    throw new MalformedRecordError(codestreamAt, 'the JPEG 2000 decoder refuses the codestream');
  }
}

/** A lossless JP2 file. The codec's compression ratio was tried and has no effect, so lossy is not offered. */
export async function encodeJpeg2000(image: GrayImage): Promise<Uint8Array> {
  const codestream = await withOpenJpeg((codec) => encode(codec, image));
  return wrapJp2(codestream, image);
}

function locate(bytes: Uint8Array): { codestreamAt: number; codestreamLength: number; ppi?: number } {
  if (bytes[0] === CODESTREAM_START) return { codestreamAt: 0, codestreamLength: bytes.length };
  return readJp2Boxes(bytes);
}

function decode(codec: OpenJpeg, codestream: Uint8Array, size: CodestreamSize): Uint8Array {
  const decoder = new codec.J2KDecoder();
  try {
    decoder.getEncodedBuffer(codestream.length).set(codestream);
    decoder.decode();
    const frame = decoder.getFrameInfo();
    if (
      frame.width !== size.width ||
      frame.height !== size.height ||
      frame.componentCount !== size.components
    ) {
      throw new Error('the decoder found another size');
    }
    const samples = toBytes(decoder.getDecodedBuffer(), frame.bitsPerSample);
    return grayFromSamples(samples, size.width * size.height, size.components);
  } finally {
    decoder.delete();
  }
}

/** The decoder gives one byte a sample up to 8 bits, two (little-endian) above. */
function toBytes(raw: Uint8Array, depth: number): ArrayLike<number> {
  if (depth === 8) return raw;
  if (depth < 8) return raw.map((value) => Math.round((value * 255) / (2 ** depth - 1)));
  const wide = new Uint16Array(raw.slice().buffer);
  return wide.map((value) => value >> (depth - 8));
}

function encode(codec: OpenJpeg, image: GrayImage): Uint8Array {
  const encoder = new codec.J2KEncoder();
  try {
    const { width, height, pixels } = image;
    encoder
      .getDecodedBuffer({ width, height, bitsPerSample: 8, componentCount: 1, isSigned: false })
      .set(pixels);
    encoder.setQuality(true, 0);
    // The codec refuses more halvings than the shorter side allows.
    encoder.setDecompositions(Math.min(MOST_DECOMPOSITIONS, Math.floor(Math.log2(Math.min(width, height)))));
    encoder.encode();
    return encoder.getEncodedBuffer().slice();
  } finally {
    encoder.delete();
  }
}

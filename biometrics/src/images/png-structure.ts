import { crc32 } from 'node:zlib';
import { ByteReader } from '../formats/byte-reader.ts';
import { checkImageSize } from './image-limits.ts';
import { ppiFromPerMetre } from './credible-ppi.ts';

const SIGNATURE_LENGTH = 8;
const METRE = 1;

/** What the chunks of a PNG say before anything is inflated. */
export interface PngStructure {
  readonly width: number;
  readonly height: number;
  /** Where the first chunk of pixels begins. */
  readonly dataAt: number;
  readonly ppi?: number;
}

/**
 * Walks the chunks of a PNG (ISO/IEC 15948): lengths, checksums, IHDR first, IEND last, and a size
 * within the caps, so that a small file can never ask for a huge picture.
 */
export function readPngStructure(bytes: Uint8Array): PngStructure {
  const reader = new ByteReader(bytes, SIGNATURE_LENGTH);
  const header = readChunk(reader);
  if (header.kind !== 'IHDR') reader.fail('the first chunk of a PNG must be IHDR');
  const size = readSize(header.body);
  let dataAt: number | undefined;
  let ppi: number | undefined;
  for (let kind = header.kind; kind !== 'IEND';) {
    const chunk = readChunk(reader);
    kind = chunk.kind;
    if (kind === 'IDAT') dataAt ??= chunk.body.offset;
    if (kind === 'pHYs') ppi = readPpi(chunk.body);
  }
  if (dataAt === undefined) return reader.fail('the PNG holds no pixels');
  return ppi === undefined ? { ...size, dataAt } : { ...size, dataAt, ppi };
}

function readChunk(reader: ByteReader): { kind: string; body: ByteReader } {
  const length = reader.u32('a PNG chunk length');
  if (length > reader.remaining) reader.fail(`a PNG chunk of ${length} bytes is longer than the file`, 4);
  const name = reader.bytes(4, 'a PNG chunk name');
  const kind = String.fromCharCode(...name);
  const body = reader.window(length, `the PNG chunk ${kind}`);
  const stored = reader.u32('a PNG chunk checksum');
  if (crc32(body.rest(), crc32(name)) !== stored) {
    reader.fail(`the checksum of PNG chunk ${kind} does not match`, 4);
  }
  return { kind, body };
}

function readSize(body: ByteReader): { width: number; height: number } {
  const at = body.offset;
  const size = { width: body.u32('the PNG width'), height: body.u32('the PNG height') };
  checkImageSize(size.width, size.height, at);
  return size;
}

function readPpi(body: ByteReader): number | undefined {
  const horizontal = body.u32('the PNG resolution');
  body.u32('the PNG resolution');
  return body.u8('the PNG resolution unit') === METRE ? ppiFromPerMetre(horizontal) : undefined;
}

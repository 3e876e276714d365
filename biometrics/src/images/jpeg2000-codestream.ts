import type { ByteReader } from '../formats/byte-reader.ts';
import { checkImageSize } from './image-limits.ts';

const START = 0xff4f;
const SIZE = 0xff51;
const CODING_STYLE = 0xff52;
const COMPONENT_STYLE = 0xff53;
const TILE_PART = 0xff90;
const START_OF_DATA = 0xff93;
const END = 0xffd9;

/** Beyond these a codestream costs the decoder more memory or seconds than any finger, eye or face is worth. */
const MAX_SAMPLES = 10_000_000;
const MAX_TILES = 1024;
const MAX_COMPONENTS = 4;
const MAX_DEPTH = 16;
const MAX_LAYERS = 1024;
const MAX_BLOCKS = 200_000;
const MAX_PRECINCTS = 50_000;

export interface CodestreamSize {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly depth: number;
}

/**
 * Walks a JPEG 2000 codestream (ISO/IEC 15444-1 annex A) without decoding it: markers, segment and
 * tile-part lengths, and the counts from which the decoder's cost follows.
 */
export function readCodestream(reader: ByteReader): CodestreamSize {
  if (reader.u16('the codestream start') !== START) reader.fail('a JPEG 2000 codestream starts with FF4F', 2);
  if (reader.u16('the SIZ marker') !== SIZE) reader.fail('the first marker of a codestream must be SIZ', 2);
  const size = readSize(segment(reader));
  let marker = readSegmentsUntil(reader, TILE_PART, size);
  while (marker === TILE_PART) marker = skipTilePart(reader, size);
  if (marker !== END) reader.fail('a tile-part or the end of the codestream is expected', 2);
  return size;
}

function segment(reader: ByteReader): ByteReader {
  const length = reader.u16('a segment length');
  if (length < 2) reader.fail(`a segment of ${length} bytes cannot hold its own length`, 2);
  return reader.window(length - 2, 'a codestream segment');
}

function readSegmentsUntil(reader: ByteReader, last: number, size: CodestreamSize): number {
  for (;;) {
    const marker = reader.u16('a codestream marker');
    if (marker === last) return marker;
    if (marker < 0xff01) reader.fail('a codestream marker is expected', 2);
    const body = segment(reader);
    if (marker === CODING_STYLE) checkCodingStyle(body, size);
    if (marker === COMPONENT_STYLE) checkComponentStyle(body, size);
  }
}

/** Skips one tile-part by its own length and returns the marker behind it. */
function skipTilePart(reader: ByteReader, size: CodestreamSize): number {
  const start = reader.offset - 2;
  const head = segment(reader);
  head.u16('the tile number');
  const at = head.offset;
  const length = head.u32('the tile-part length');
  readSegmentsUntil(reader, START_OF_DATA, size);
  // 0 is allowed for the last tile-part: it reaches to the end marker.
  const left = length === 0 ? reader.remaining - 2 : length - (reader.offset - start);
  if (left < 0 || left > reader.remaining) {
    reader.fail(`a tile-part of ${length} bytes does not fit`, reader.offset - at);
  }
  reader.bytes(left, 'a tile-part');
  return reader.u16('the marker behind a tile-part');
}

function readSize(body: ByteReader): CodestreamSize {
  body.u16('the capabilities');
  const at = body.offset;
  const [right, bottom, left, top] = body.list(4, (r) => r.u32('the grid')) as [
    number,
    number,
    number,
    number,
  ];
  const [tileWidth, tileHeight] = body.list(4, (r) => r.u32('the tile grid')) as [number, number];
  const width = right - left;
  const height = bottom - top;
  checkImageSize(width, height, at);
  if (tileWidth < 1 || tileHeight < 1) body.fail('a tile without pixels', 16);
  if (Math.ceil(right / tileWidth) * Math.ceil(bottom / tileHeight) > MAX_TILES)
    body.fail('too many tiles', 16);
  const components = body.u16('the number of components');
  if (components < 1 || components > MAX_COMPONENTS) body.fail(`${components} components are not read`, 2);
  if (width * height * components > MAX_SAMPLES) body.fail('too many samples', 2);
  const depths = body.list(components, readDepth);
  body.expectEnd('the SIZ segment');
  return { width, height, components, depth: Math.max(...depths) };
}

function readDepth(body: ByteReader): number {
  const precision = body.u8('the sample depth');
  if (precision + 1 > MAX_DEPTH) body.fail('signed samples or over 16 bits are not read', 1);
  const steps = body.u16('the subsampling');
  if (steps !== 0x0101) body.fail('subsampled components are not read', 2);
  return precision + 1;
}

function checkCodingStyle(body: ByteReader, size: CodestreamSize): void {
  const style = body.u8('the coding style');
  body.u8('the progression order');
  const layers = body.u16('the number of layers');
  if (layers < 1 || layers > MAX_LAYERS) body.fail(`${layers} layers are not read`, 2);
  body.u8('the component transform');
  checkBlocks(body, (style & 1) === 1, size);
}

function checkComponentStyle(body: ByteReader, size: CodestreamSize): void {
  body.u8('the component number');
  checkBlocks(body, (body.u8('the coding style') & 1) === 1, size);
}

/** Small code blocks and precincts multiply the decoder's tables; their count is bounded here. */
function checkBlocks(body: ByteReader, ownPrecincts: boolean, size: CodestreamSize): void {
  const levels = body.u8('the number of decompositions');
  if (levels > 32) body.fail(`${levels} decompositions are not possible`, 1);
  const blockBits = (body.u8('the block width') & 15) + (body.u8('the block height') & 15) + 4;
  if (blockBits > 12) body.fail('a code block over 4096 samples', 2);
  const samples = size.width * size.height * size.components;
  if (samples / 2 ** blockBits > MAX_BLOCKS) body.fail('too many code blocks', 2);
  body.u8('the block style');
  body.u8('the wavelet');
  if (!ownPrecincts) return;
  let precincts = 0;
  for (let level = levels; level >= 0; level--) {
    const exponents = body.u8('a precinct size');
    const across = Math.ceil(size.width / 2 ** (level + (exponents & 15)));
    const down = Math.ceil(size.height / 2 ** (level + (exponents >> 4)));
    precincts += across * down * size.components;
  }
  if (precincts > MAX_PRECINCTS) body.fail('too many precincts', 1);
}

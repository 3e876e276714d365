import { ByteWriter } from '../../formats/byte-writer.ts';
import type { GrayImage } from '../gray-image.ts';
import { ANALYSIS_HIGH, ANALYSIS_LOW, splitRegion } from './wsq-analysis.ts';
import { wsqBands, type Region } from './wsq-bands.ts';

/** Code lengths 7, 8 and 10, so that codes straddle bytes; the nearest levels and shortest runs come first. */
const CODE_COUNTS = [0, 0, 0, 0, 0, 0, 64, 100, 0, 90, 0, 0, 0, 0, 0, 0];
const SYMBOLS = Array.from({ length: 254 }, (_, i) => i + 1).sort((a, b) => rarity(a) - rarity(b));
const CODES = codesOf();
const BIN = 4;
const ZERO_BIN = 5;
const BLOCK_ENDS = [19, 52, 60];
const SENT_BANDS = 60;
const MIDDLE = 128;

/**
 * A valid WSQ file with fixed tables: it exists so that tests and proofs of the decoder stand on their
 * own. It does not aim at the bit rate of the standard and is no certified encoder.
 */
export function sampleWsq(image: GrayImage, bin = BIN): Uint8Array {
  const { width, height, pixels } = image;
  const plane = Float32Array.from(pixels, (value) => value - MIDDLE);
  const { bands, joins } = wsqBands(width, height);
  for (const region of [...joins].reverse()) splitRegion(plane, width, region);
  const writer = new ByteWriter().u16(0xffa0);
  if (image.ppi !== undefined)
    segment(writer, 0xffa8, new ByteWriter().ascii(`NIST_COM 2\nPPI ${image.ppi}\n`));
  writeTables(writer, image, bin);
  let band = 0;
  for (const end of BLOCK_ENDS) {
    segment(writer, 0xffa3, new ByteWriter().u8(0));
    const levels = bands.slice(band, end).flatMap((region) => levelsOf(plane, width, region, bin));
    writer.bytes(entropyCode(levels));
    band = end;
  }
  return writer.u16(0xffa1).build();
}

function writeTables(writer: ByteWriter, { width, height }: GrayImage, bin: number): void {
  const transform = new ByteWriter().u8(9).u8(7);
  for (const tap of [...ANALYSIS_LOW, ...ANALYSIS_HIGH]) {
    transform
      .u8(tap < 0 ? 1 : 0)
      .u8(9)
      .u32(Math.round(Math.abs(tap) * 1e9));
  }
  segment(writer, 0xffa4, transform);
  const quantiser = new ByteWriter().u8(2).u16(44);
  for (let band = 0; band < 64; band++) {
    const sent = band < SENT_BANDS;
    quantiser
      .u8(1)
      .u16(sent ? bin * 10 : 0)
      .u8(1)
      .u16(sent ? ZERO_BIN * 10 : 0);
  }
  segment(writer, 0xffa5, quantiser);
  segment(writer, 0xffa6, new ByteWriter().u8(0).bytes(Uint8Array.from([...CODE_COUNTS, ...SYMBOLS])));
  const frame = new ByteWriter().u8(255).u8(0).u16(height).u16(width).u8(0).u16(MIDDLE).u8(0).u16(1);
  segment(writer, 0xffa2, frame.u8(0).u16(0));
}

function segment(writer: ByteWriter, marker: number, body: ByteWriter): void {
  const bytes = body.build();
  writer
    .u16(marker)
    .u16(bytes.length + 2)
    .bytes(bytes);
}

function levelsOf(plane: Float32Array, stride: number, region: Region, bin: number): number[] {
  const levels: number[] = [];
  for (let y = region.y; y < region.y + region.height; y++) {
    for (let x = region.x; x < region.x + region.width; x++) {
      const value = plane[y * stride + x]!;
      const size =
        Math.abs(value) < ZERO_BIN / 2 ? 0 : Math.floor((Math.abs(value) - ZERO_BIN / 2) / bin) + 1;
      levels.push(value < 0 ? -size : size);
    }
  }
  return levels;
}

/** Every kind of symbol is used: short and long runs, small and large levels of both signs. */
function entropyCode(levels: readonly number[]): Uint8Array {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  for (let i = 0; i < levels.length;) {
    const run = runLength(levels, i);
    if (run > 0) putRun(put, run);
    else putLevel(put, levels[i]!);
    i += Math.max(run, 1);
  }
  return stuffed(bits);
}

type PutBits = (value: number, count: number) => void;

function putSymbol(put: PutBits, symbol: number): void {
  const { code, length } = CODES.get(symbol)!;
  put(code, length);
}

function putRun(put: PutBits, run: number): void {
  if (run <= 100) return putSymbol(put, run);
  putSymbol(put, run < 256 ? 105 : 106);
  put(run, run < 256 ? 8 : 16);
}

function putLevel(put: PutBits, level: number): void {
  if (level >= -73 && level <= 74) return putSymbol(put, 180 + level);
  const wide = Math.abs(level) > 255;
  putSymbol(put, (wide ? 103 : 101) + (level < 0 ? 1 : 0));
  put(Math.abs(level), wide ? 16 : 8);
}

function runLength(levels: readonly number[], from: number): number {
  let end = from;
  while (end < levels.length && levels[end] === 0 && end - from < 0xffff) end++;
  return end - from;
}

function stuffed(bits: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    let byte = 0;
    for (let i = 0; i < 8; i++) byte = byte * 2 + (bits[at + i] ?? 1);
    bytes.push(byte);
    if (byte === 0xff) bytes.push(0);
  }
  return Uint8Array.from(bytes);
}

function codesOf(): Map<number, { code: number; length: number }> {
  const codes = new Map<number, { code: number; length: number }>();
  let code = 0;
  let next = 0;
  CODE_COUNTS.forEach((count, i) => {
    for (let k = 0; k < count; k++) codes.set(SYMBOLS[next++]!, { code: code++, length: i + 1 });
    code *= 2;
  });
  return codes;
}

function rarity(symbol: number): number {
  return symbol > 106 ? Math.abs(symbol - 180) : symbol;
}

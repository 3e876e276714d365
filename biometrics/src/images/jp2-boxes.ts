import { ByteReader } from '../formats/byte-reader.ts';
import { ByteWriter } from '../formats/byte-writer.ts';
import { ppiFromPerMetre } from './credible-ppi.ts';

const SIGNATURE = 0x0d0a870a;
const GRAY = 17;
const JPEG_2000 = 7;
const SUPERBOXES = new Set(['jp2h', 'res ']);
/** The resolution box lies in the res box of the header box; nothing lies deeper. */
const DEEPEST = 2;

/** What the boxes of a JP2 file (ISO/IEC 15444-1 annex I) say, and where its codestream lies. */
export interface Jp2Boxes {
  readonly codestreamAt: number;
  readonly codestreamLength: number;
  /** Capture resolution; unchecked (some vendors write twice the true one). */
  readonly ppi?: number;
}

/** Walks the boxes; refuses one that is longer than what holds it, and a file without a codestream. */
export function readJp2Boxes(bytes: Uint8Array): Jp2Boxes {
  let place: Jp2Boxes | undefined;
  let ppi: number | undefined;
  const reader = new ByteReader(bytes);
  walk(reader, (kind, body) => {
    if (kind === 'jP  ') checkSignature(body);
    if (kind === 'resc') ppi = readResolution(body);
    if (kind === 'jp2c') place ??= { codestreamAt: body.offset, codestreamLength: body.remaining };
  });
  if (place === undefined) return reader.fail('the JP2 file has no codestream');
  return ppi === undefined ? place : { ...place, ppi };
}

function checkSignature(body: ByteReader): void {
  if (body.u32('the JP2 signature') !== SIGNATURE) body.fail('the JP2 signature is wrong', 4);
}

function walk(reader: ByteReader, visit: (kind: string, body: ByteReader) => void, depth = 0): void {
  while (reader.remaining > 0) {
    const declared = reader.u32('a JP2 box length');
    const kind = String.fromCharCode(...reader.bytes(4, 'a JP2 box name'));
    const length = contentLength(reader, declared);
    if (length < 0 || length > reader.remaining) {
      reader.fail(`the JP2 box ${kind} of ${declared} bytes does not fit`, 8);
    }
    const body = reader.window(length, `the JP2 box ${kind}`);
    if (SUPERBOXES.has(kind) && depth < DEEPEST) walk(body, visit, depth + 1);
    else visit(kind, body);
  }
}

/** 0 means "to the end", 1 that a 64-bit length follows (ISO/IEC 15444-1 I.4). */
function contentLength(reader: ByteReader, declared: number): number {
  if (declared === 0) return reader.remaining;
  if (declared !== 1) return declared - 8;
  return reader.u32('a JP2 box length') * 2 ** 32 + reader.u32('a JP2 box length') - 16;
}

/** Horizontal pixels a metre are numerator / denominator * 10^exponent, the exponent signed. */
function readResolution(body: ByteReader): number {
  body.u32('the vertical resolution');
  const numerator = body.u16('the horizontal resolution');
  const denominator = body.u16('the horizontal resolution');
  body.u8('the vertical exponent');
  const exponent = (body.u8('the horizontal exponent') << 24) >> 24;
  return denominator === 0 ? 0 : ppiFromPerMetre((numerator / denominator) * 10 ** exponent);
}

/** Wraps a one-component 8-bit codestream into the five boxes that make it a JP2 file. */
export function wrapJp2(
  codestream: Uint8Array,
  size: { width: number; height: number; ppi?: number },
): Uint8Array {
  const header = new ByteWriter().u32(size.height).u32(size.width).u16(1).u8(7).u8(JPEG_2000).u8(0).u8(0);
  const colour = new ByteWriter().u8(1).u8(0).u8(0).u32(GRAY);
  const parts = [box('ihdr', header.build()), box('colr', colour.build())];
  if (size.ppi !== undefined) parts.push(box('res ', box('resc', resolution(size.ppi))));
  return new ByteWriter()
    .bytes(box('jP  ', new ByteWriter().u32(SIGNATURE).build()))
    .bytes(box('ftyp', new ByteWriter().ascii('jp2 ').u32(0).ascii('jp2 ').build()))
    .bytes(box('jp2h', Uint8Array.from(parts.flatMap((part) => [...part]))))
    .bytes(box('jp2c', codestream))
    .build();
}

/** ppi / 0.0254 metre, as ppi / 254 * 10^4. */
function resolution(ppi: number): Uint8Array {
  const whole = Math.round(ppi);
  return new ByteWriter().u16(whole).u16(254).u16(whole).u16(254).u8(4).u8(4).build();
}

function box(kind: string, content: Uint8Array): Uint8Array {
  return new ByteWriter()
    .u32(content.length + 8)
    .ascii(kind)
    .bytes(content)
    .build();
}

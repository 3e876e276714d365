import { ByteReader } from '../../formats/byte-reader.ts';
import { crediblePpi } from '../credible-ppi.ts';
import { grayImage, type GrayImage } from '../gray-image.ts';
import { wsqBands } from './wsq-bands.ts';
import { CoefficientBlock, Dequantiser } from './wsq-coefficients.ts';
import { readHuffmanTable, type HuffmanTable } from './wsq-huffman.ts';
import { joinRegion, type SynthesisFilters } from './wsq-synthesis.ts';
import { readFrame, readQuantiser, readTransform, type WsqFrame, type WsqQuantiser } from './wsq-tables.ts';

const MARKER = {
  start: 0xffa0,
  end: 0xffa1,
  frame: 0xffa2,
  block: 0xffa3,
  transform: 0xffa4,
  quantiser: 0xffa5,
  huffman: 0xffa6,
  restart: 0xffa7,
  comment: 0xffa8,
} as const;
/** The three blocks end before these bands. */
const BLOCK_ENDS = [19, 52, 64];
const DEFAULT_PPI = 500;

interface Tables {
  frame?: WsqFrame;
  transform?: SynthesisFilters;
  quantiser?: WsqQuantiser;
  readonly huffman: Map<number, HuffmanTable>;
  ppi: number;
}

/**
 * Decodes a fingerprint compressed by wavelet scalar quantisation (IAFIS-IC-0110, version 3). The format
 * is defined at 500 ppi; a comment block that says otherwise is believed.
 */
export function decodeWsq(bytes: Uint8Array): GrayImage {
  const reader = new ByteReader(bytes);
  if (reader.u16('the WSQ start') !== MARKER.start) reader.fail('a WSQ file starts with FFA0', 2);
  const tables: Tables = { huffman: new Map(), ppi: DEFAULT_PPI };
  let picture: WsqPicture | undefined;
  for (;;) {
    const marker = reader.u16('a WSQ marker');
    if (marker === MARKER.end) break;
    const body = segment(reader);
    if (marker === MARKER.block) {
      picture ??= startPicture(tables, reader);
      picture.readBlock(reader, body, tables.huffman);
    } else if (!readTable(marker, body, tables)) reader.fail('a WSQ marker is expected', body.offset);
  }
  if (picture === undefined) return reader.fail('the WSQ file holds no coefficients');
  return picture.finish(reader, crediblePpi(tables.ppi));
}

function segment(reader: ByteReader): ByteReader {
  const length = reader.u16('a WSQ segment length');
  if (length < 2) reader.fail(`a segment of ${length} bytes cannot hold its own length`, 2);
  return reader.window(length - 2, 'a WSQ segment');
}

function readTable(marker: number, body: ByteReader, tables: Tables): boolean {
  if (marker === MARKER.frame) tables.frame = readFrame(body);
  else if (marker === MARKER.transform) tables.transform = readTransform(body);
  else if (marker === MARKER.quantiser) tables.quantiser = readQuantiser(body);
  else if (marker === MARKER.huffman) readHuffmanTables(body, tables.huffman);
  else if (marker === MARKER.comment) tables.ppi = ppiOfComment(body) ?? tables.ppi;
  else return marker === MARKER.restart;
  return true;
}

function readHuffmanTables(body: ByteReader, into: Map<number, HuffmanTable>): void {
  while (body.remaining > 0) into.set(body.u8('the Huffman table number'), readHuffmanTable(body));
}

/** NISTCOM: lines of a name and a value. */
function ppiOfComment(body: ByteReader): number | undefined {
  const text = String.fromCharCode(...body.rest().subarray(0, 4096));
  const found = /^PPI (\d{1,5})\s*$/m.exec(text);
  return found === null ? undefined : crediblePpi(Number(found[1]));
}

function startPicture(tables: Tables, reader: ByteReader): WsqPicture {
  const { frame, transform, quantiser } = tables;
  if (!frame || !transform || !quantiser) return reader.fail('coefficients before the tables that they need');
  return new WsqPicture(frame, transform, quantiser);
}

class WsqPicture {
  readonly #frame: WsqFrame;
  readonly #filters: SynthesisFilters;
  readonly #quantiser: WsqQuantiser;
  readonly #plane: Float32Array;
  #block = 0;

  constructor(frame: WsqFrame, filters: SynthesisFilters, quantiser: WsqQuantiser) {
    this.#frame = frame;
    this.#filters = filters;
    this.#quantiser = quantiser;
    this.#plane = new Float32Array(frame.width * frame.height);
  }

  readBlock(reader: ByteReader, header: ByteReader, huffman: Map<number, HuffmanTable>): void {
    const table = huffman.get(header.u8('the Huffman table number'));
    if (table === undefined) header.fail('the block names a Huffman table that was not sent', 1);
    if (this.#block === BLOCK_ENDS.length) reader.fail('more than three blocks');
    const block = new CoefficientBlock(reader, table);
    const { bands } = wsqBands(this.#frame.width, this.#frame.height);
    const first = BLOCK_ENDS[this.#block - 1] ?? 0;
    const end = BLOCK_ENDS[this.#block]!;
    for (let band = first; band < end; band++) {
      if (this.#quantiser.bins[band]!.width === 0) continue;
      block.readBand(this.#plane, this.#frame.width, bands[band]!, new Dequantiser(this.#quantiser, band));
    }
    block.finish();
    this.#block++;
  }

  finish(reader: ByteReader, ppi: number | undefined): GrayImage {
    if (this.#block < BLOCK_ENDS.length) reader.fail(`${this.#block} of three blocks`);
    const { width, height, scale, shift } = this.#frame;
    for (const region of wsqBands(width, height).joins) {
      joinRegion(this.#plane, width, region, this.#filters);
    }
    const pixels = new Uint8Array(width * height);
    this.#plane.forEach((value, i) => {
      pixels[i] = Math.max(0, Math.min(255, Math.round(value * scale + shift)));
    });
    return grayImage(width, height, pixels, ppi);
  }
}

import type { ByteReader } from '../../formats/byte-reader.ts';
import type { Region } from './wsq-bands.ts';
import { WsqBits, type HuffmanTable } from './wsq-huffman.ts';
import type { WsqQuantiser } from './wsq-tables.ts';

/** Symbols of the WSQ entropy coder (IAFIS-IC-0110 table 6). */
const LONGEST_RUN = 100;
const RUN_8 = 105;
const RUN_16 = 106;
const ZERO_LEVEL = 180;
const LARGEST_SYMBOL = 254;

/** Decodes the bands of one block into their places of the plane, dequantised. */
export class CoefficientBlock {
  readonly #bits: WsqBits;
  readonly #reader: ByteReader;
  readonly #table: HuffmanTable;
  #zeros = 0;

  constructor(reader: ByteReader, table: HuffmanTable) {
    this.#reader = reader;
    this.#bits = new WsqBits(reader);
    this.#table = table;
  }

  readBand(plane: Float32Array, stride: number, band: Region, bin: Dequantiser): void {
    for (let y = band.y; y < band.y + band.height; y++) {
      for (let x = band.x; x < band.x + band.width; x++) {
        const level = this.#level();
        if (level !== 0) plane[y * stride + x] = bin.valueOf(level);
      }
    }
  }

  /** A run of zeros may not reach beyond the block that it was coded in. */
  finish(): void {
    if (this.#zeros > 0) this.#reader.fail(`${this.#zeros} zeros more than the bands can hold`);
  }

  #level(): number {
    if (this.#zeros > 0) {
      this.#zeros--;
      return 0;
    }
    const symbol = this.#bits.symbol(this.#table);
    if (symbol > RUN_16) return this.#shortLevel(symbol);
    if (symbol > LONGEST_RUN && symbol < RUN_8) return this.#longLevel(symbol);
    this.#startRun(symbol);
    return 0;
  }

  #shortLevel(symbol: number): number {
    if (symbol > LARGEST_SYMBOL) this.#reader.fail(`symbol ${symbol} is unknown`);
    return symbol - ZERO_LEVEL;
  }

  /** 101 and 102: eight bits, plus and minus; 103 and 104: sixteen bits. */
  #longLevel(symbol: number): number {
    const size = this.#bits.bits(symbol < 103 ? 8 : 16);
    return symbol % 2 === 1 ? size : -size;
  }

  #startRun(symbol: number): void {
    const length = symbol < RUN_8 ? symbol : this.#bits.bits(symbol === RUN_8 ? 8 : 16);
    if (length === 0) this.#reader.fail('a run of no zeros');
    this.#zeros = length - 1;
  }
}

/** Puts a level back to the middle (by the encoder's centre) of its bin. */
export class Dequantiser {
  readonly #width: number;
  readonly #zeroHalf: number;
  readonly #centre: number;

  constructor(quantiser: WsqQuantiser, band: number) {
    const bin = quantiser.bins[band]!;
    this.#width = bin.width;
    this.#zeroHalf = bin.zeroWidth / 2;
    this.#centre = quantiser.centre;
  }

  valueOf(level: number): number {
    const size = this.#width * (Math.abs(level) - this.#centre) + this.#zeroHalf;
    return level > 0 ? size : -size;
  }
}

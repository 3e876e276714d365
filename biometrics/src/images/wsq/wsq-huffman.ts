import type { ByteReader } from '../../formats/byte-reader.ts';

const LONGEST_CODE = 16;

/** A canonical Huffman code as WSQ and JPEG transmit it: how many codes of each length, then their symbols. */
export interface HuffmanTable {
  /** By length 1-16: the first code of that length, and where its symbols begin. */
  readonly firstCode: readonly number[];
  readonly counts: readonly number[];
  readonly firstSymbol: readonly number[];
  readonly symbols: Uint8Array;
}

/** Reads one table; refuses more codes of a length than there are bit patterns. */
export function readHuffmanTable(reader: ByteReader): HuffmanTable {
  const counts = [0, ...reader.bytes(LONGEST_CODE, 'the Huffman code counts')];
  const firstCode = [0];
  const firstSymbol = [0];
  let code = 0;
  let symbol = 0;
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const count = counts[length]!;
    firstCode.push(code);
    firstSymbol.push(symbol);
    if (code + count > 2 ** length)
      reader.fail(`too many Huffman codes of ${length} bits`, LONGEST_CODE - length + 1);
    code = (code + count) * 2;
    symbol += count;
  }
  return { counts, firstCode, firstSymbol, symbols: reader.bytes(symbol, 'the Huffman symbols') };
}

/** Bits from the top of each byte; FF 00 stands for FF, and FF followed by anything else ends the data. */
export class WsqBits {
  readonly #reader: ByteReader;
  #byte = 0;
  #left = 0;

  constructor(reader: ByteReader) {
    this.#reader = reader;
  }

  bit(): number {
    if (this.#left === 0) this.#load();
    this.#left--;
    return (this.#byte >> this.#left) & 1;
  }

  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value = value * 2 + this.bit();
    return value;
  }

  symbol(table: HuffmanTable): number {
    let code = 0;
    for (let length = 1; length <= LONGEST_CODE; length++) {
      code = code * 2 + this.bit();
      const place = code - table.firstCode[length]!;
      if (place < table.counts[length]!) return table.symbols[table.firstSymbol[length]! + place]!;
    }
    return this.#reader.fail('a bit pattern that is no code of the Huffman table');
  }

  #load(): void {
    this.#byte = this.#reader.u8('the compressed coefficients');
    if (this.#byte === 0xff && this.#reader.u8('the compressed coefficients') !== 0) {
      this.#reader.fail('the compressed coefficients end too early', 2);
    }
    this.#left = 8;
  }
}

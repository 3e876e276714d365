import { MalformedRecordError } from '../formats/malformed-record-error.ts';
import { grayImage, type GrayImage } from './gray-image.ts';
import { checkImageSize } from './image-limits.ts';

const SPACE = /[\s]/;
const LINE_FEED = 10;

/** Reads a Netpbm grey map: P5 (binary, 8 or 16 bits) or P2 (plain text). No resolution is carried. */
export function decodePgm(bytes: Uint8Array): GrayImage {
  const tokens = new PgmTokens(bytes);
  const binary = tokens.next() === 'P5';
  const sizeAt = tokens.offset;
  const width = tokens.number('the width');
  const height = tokens.number('the height');
  checkImageSize(width, height, sizeAt);
  const maximum = tokens.number('the largest grey value');
  if (maximum < 1 || maximum > 65535) tokens.fail(`a largest grey value of ${maximum} is not possible`);
  const read = binary ? readBinary : readPlain;
  return grayImage(width, height, read(tokens, width * height, maximum));
}

export function encodePgm(image: GrayImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${image.width} ${image.height}\n255\n`);
  const whole = new Uint8Array(head.length + image.pixels.length);
  whole.set(head);
  whole.set(image.pixels, head.length);
  return whole;
}

function readBinary(tokens: PgmTokens, count: number, maximum: number): Uint8Array {
  const wide = maximum > 255;
  const samples = tokens.raster(count * (wide ? 2 : 1));
  const pixels = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const value = wide ? samples[2 * i]! * 256 + samples[2 * i + 1]! : samples[i]!;
    pixels[i] = toByte(value, maximum);
  }
  return pixels;
}

function readPlain(tokens: PgmTokens, count: number, maximum: number): Uint8Array {
  if (count * 2 - 1 > tokens.remaining) tokens.fail('the text is too short for so many pixels');
  const pixels = new Uint8Array(count);
  for (let i = 0; i < count; i++) pixels[i] = toByte(tokens.number('a pixel'), maximum);
  return pixels;
}

function toByte(value: number, maximum: number): number {
  return maximum === 255 ? value : Math.round((Math.min(value, maximum) * 255) / maximum);
}

class PgmTokens {
  readonly #bytes: Uint8Array;
  offset = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get remaining(): number {
    return this.#bytes.length - this.offset;
  }

  /** The next word; a comment runs from # to the end of its line. */
  next(): string {
    this.#skipSpace();
    let word = '';
    while (this.remaining > 0 && !SPACE.test(this.#char()) && word.length < 12) {
      word += this.#char();
      this.offset++;
    }
    return word;
  }

  number(what: string): number {
    const at = this.offset;
    const word = this.next();
    if (!/^\d{1,9}$/.test(word)) throw new MalformedRecordError(at, `${what} of the PGM is not a number`);
    return Number(word);
  }

  /** Exactly one white-space character stands between the header and the raster. */
  raster(count: number): Uint8Array {
    this.offset++;
    if (count > this.remaining) this.fail(`the raster needs ${count} bytes, ${this.remaining} are left`);
    return this.#bytes.subarray(this.offset, this.offset + count);
  }

  fail(reason: string): never {
    throw new MalformedRecordError(this.offset, reason);
  }

  #char(): string {
    return String.fromCharCode(this.#bytes[this.offset]!);
  }

  #skipSpace(): void {
    while (this.remaining > 0 && (SPACE.test(this.#char()) || this.#char() === '#')) {
      if (this.#char() === '#') this.#skipLine();
      else this.offset++;
    }
  }

  #skipLine(): void {
    while (this.remaining > 0 && this.#bytes[this.offset] !== LINE_FEED) this.offset++;
  }
}

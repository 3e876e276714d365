import { MalformedRecordError } from './malformed-record-error.ts';

/**
 * Reads big-endian numbers from a window of a file. Every read is checked against the window's end
 * before anything is touched or allocated; offsets in faults count from the start of the file.
 */
export class ByteReader {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #end: number;
  #offset: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#offset = start;
    this.#end = end;
  }

  get offset(): number {
    return this.#offset;
  }

  get remaining(): number {
    return this.#end - this.#offset;
  }

  u8(what: string): number {
    return this.#view.getUint8(this.#take(1, what));
  }

  u16(what: string): number {
    return this.#view.getUint16(this.#take(2, what));
  }

  u24(what: string): number {
    const at = this.#take(3, what);
    return this.#view.getUint16(at) * 256 + this.#view.getUint8(at + 2);
  }

  u32(what: string): number {
    return this.#view.getUint32(this.#take(4, what));
  }

  /** A view of the next bytes; nothing is copied. */
  bytes(count: number, what: string): Uint8Array {
    const at = this.#take(count, what);
    return this.#bytes.subarray(at, at + count);
  }

  /** A reader of the next `count` bytes alone; this one goes on behind them. */
  window(count: number, what: string): ByteReader {
    const at = this.#take(count, what);
    return new ByteReader(this.#bytes, at, at + count);
  }

  /** What is left, without moving on. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#offset, this.#end);
  }

  /** Runs `readOne` so many times, for the tables that records are made of. */
  list<T>(count: number, readOne: (reader: ByteReader) => T): T[] {
    const items: T[] = [];
    for (let i = 0; i < count; i++) items.push(readOne(this));
    return items;
  }

  expectEnd(what: string): void {
    if (this.remaining !== 0) this.fail(`${this.remaining} bytes are left over behind ${what}`);
  }

  /** Refuses the record here, or `back` bytes before here (the field just read). */
  fail(reason: string, back = 0): never {
    throw new MalformedRecordError(this.#offset - back, reason);
  }

  #take(count: number, what: string): number {
    if (count > this.remaining) {
      this.fail(`${what} needs ${count} bytes, ${this.remaining} are left`);
    }
    const at = this.#offset;
    this.#offset += count;
    return at;
  }
}

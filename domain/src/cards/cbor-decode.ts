import type { CborKey, CborValue } from './cbor-value.ts';
import { decodeUtf8 } from './utf8.ts';

export type CborProblem =
  | 'cut-off'
  | 'trailing-bytes'
  | 'too-deep'
  | 'too-many-items'
  | 'indefinite-length'
  | 'duplicate-key'
  | 'bad-key'
  | 'bad-text'
  | 'unknown-simple-value'
  | 'reserved-head';

export type CborReading =
  { readonly ok: true; readonly value: CborValue } | { readonly ok: false; readonly problem: CborProblem };

export interface CborLimits {
  readonly depth: number;
  readonly items: number;
}

/** Generous for a claim with a photo, small enough that a stranger's bytes cannot cost anything. */
const DEFAULT_LIMITS: CborLimits = { depth: 8, items: 1_000 };

class Unreadable extends Error {
  readonly problem: CborProblem;
  constructor(problem: CborProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Reads exactly one item (RFC 8949) that fills the bytes; refuses what a careful sender never writes. */
export function decodeCbor(bytes: Uint8Array, limits: CborLimits = DEFAULT_LIMITS): CborReading {
  const reader = new Reader(bytes, limits);
  try {
    const value = reader.item(0);
    return reader.atEnd() ? { ok: true, value } : { ok: false, problem: 'trailing-bytes' };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #limits: CborLimits;
  #at = 0;
  #items = 0;

  constructor(bytes: Uint8Array, limits: CborLimits) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limits = limits;
  }

  atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  item(depth: number): CborValue {
    if (depth > this.#limits.depth) throw new Unreadable('too-deep');
    this.#items += 1;
    if (this.#items > this.#limits.items) throw new Unreadable('too-many-items');
    const head = this.#bytes[this.#advance(1)]!;
    const major = head >> 5;
    if (major === 7) return this.#simple(head & 31);
    const argument = this.#argument(head & 31);
    if (major === 0) return argument;
    if (major === 1) return typeof argument === 'bigint' ? -1n - argument : -1 - argument;
    return this.#compound(major, this.#length(argument), depth);
  }

  #compound(major: number, length: number, depth: number): CborValue {
    if (major === 2) return this.#run(length);
    if (major === 3) return this.#text(length);
    if (major === 4) return this.#array(length, depth);
    if (major === 5) return this.#map(length, depth);
    return { tag: length, value: this.item(depth + 1) };
  }

  #run(length: number): Uint8Array {
    const start = this.#advance(length);
    return this.#bytes.subarray(start, start + length);
  }

  #text(length: number): string {
    const text = decodeUtf8(this.#run(length));
    if (text === undefined) throw new Unreadable('bad-text');
    return text;
  }

  #array(length: number, depth: number): CborValue[] {
    const values: CborValue[] = [];
    for (let index = 0; index < length; index += 1) values.push(this.item(depth + 1));
    return values;
  }

  #map(length: number, depth: number): CborValue {
    const map = new Map<CborKey, CborValue>();
    for (let index = 0; index < length; index += 1) {
      const key = this.item(depth + 1);
      if (!isKey(key)) throw new Unreadable('bad-key');
      if (map.has(key)) throw new Unreadable('duplicate-key');
      map.set(key, this.item(depth + 1));
    }
    return map;
  }

  #simple(code: number): CborValue {
    if (code === 20 || code === 21) return code === 21;
    if (code === 22) return null;
    if (code === 25) return halfFloat(this.#view.getUint16(this.#advance(2)));
    if (code === 26) return this.#view.getFloat32(this.#advance(4));
    if (code === 27) return this.#view.getFloat64(this.#advance(8));
    throw new Unreadable(code === 31 ? 'indefinite-length' : 'unknown-simple-value');
  }

  #argument(code: number): number | bigint {
    if (code < 24) return code;
    if (code === 24) return this.#view.getUint8(this.#advance(1));
    if (code === 25) return this.#view.getUint16(this.#advance(2));
    if (code === 26) return this.#view.getUint32(this.#advance(4));
    if (code !== 27) throw new Unreadable(code === 31 ? 'indefinite-length' : 'reserved-head');
    const wide = this.#view.getBigUint64(this.#advance(8));
    return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : wide;
  }

  /** A length can never pass what is left, so a claimed gigabyte costs nothing. */
  #length(argument: number | bigint): number {
    if (typeof argument === 'bigint') throw new Unreadable('cut-off');
    return argument;
  }

  #advance(length: number): number {
    const start = this.#at;
    if (length > this.#bytes.length - start) throw new Unreadable('cut-off');
    this.#at = start + length;
    return start;
  }
}

/** Fractions as keys would make two spellings of one key possible: only whole numbers and text. */
function isKey(value: CborValue): value is CborKey {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return typeof value === 'string' || typeof value === 'bigint';
}

function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

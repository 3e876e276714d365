import { sha256 } from '../ids.ts';

/** What a statement may be handed; lists and objects travel as JSON text. */
export type SqlValue = string | number | boolean | Date | Uint8Array | null | undefined;

/** One statement with its values, as it goes into a message. `Row` is what it answers. */
export interface Call<Row extends object = object> {
  readonly name: string;
  readonly text: string;
  readonly values: readonly SqlValue[];
  /** Never set: carries the type of the rows. */
  readonly row?: Row;
}

/**
 * SQL that each connection parses and plans once; `$1` … stand for the values. Write one per module, not per
 * request: the name is made of the text, and what a connection has prepared stays there until it ends. Name the
 * columns: `*` would change its meaning under a running server when a migration adds one.
 */
export function statement<Row extends object>(text: string): (...values: SqlValue[]) => Call<Row> {
  const name = `s${sha256(text).toString('hex').slice(0, 16)}`;
  return (...values) => ({ name, text, values });
}

/** How a value is written for PostgreSQL: bytes as they are, everything else as text. */
export function encodeValue(value: SqlValue): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) {
    return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  return typeof value === 'string' ? value : String(value);
}

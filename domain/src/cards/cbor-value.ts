/** A tagged item (RFC 8949 §3.4), for example 18 = COSE_Sign1. */
export interface CborTag {
  readonly tag: number;
  readonly value: CborValue;
}

export type CborKey = number | bigint | string;
export type CborMap = ReadonlyMap<CborKey, CborValue>;

/** What our messages may hold. Whole numbers beyond 2^53 are bigint; `undefined` and other simple values do not occur. */
export type CborValue =
  null | boolean | number | bigint | string | Uint8Array | readonly CborValue[] | CborMap | CborTag;

export function isCborMap(value: CborValue | undefined): value is CborMap {
  return value instanceof Map;
}

export function isCborArray(value: CborValue | undefined): value is readonly CborValue[] {
  return Array.isArray(value);
}

export function isCborTag(value: CborValue | undefined): value is CborTag {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Uint8Array) &&
    !(value instanceof Map) &&
    !Array.isArray(value)
  );
}

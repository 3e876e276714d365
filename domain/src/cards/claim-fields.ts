import type { CborKey, CborMap, CborValue } from './cbor-value.ts';

/** Marks an attribute that is there in a shape it may not have. */
export const WRONG = Symbol('wrong shape');
export type Wrong = typeof WRONG;

/** A map without the entries that say nothing. */
export function mapOf(entries: readonly (readonly [number, CborValue | undefined])[]): CborMap {
  const map = new Map<CborKey, CborValue>();
  for (const [key, value] of entries) if (value !== undefined) map.set(key, value);
  return map;
}

export function allOf<T>(fields: { readonly [K in keyof T]-?: T[K] | undefined | Wrong }): T | Wrong {
  return Object.values(fields).includes(WRONG) ? WRONG : (present(fields) as T);
}

export function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export function optional<T extends CborValue>(
  map: CborMap,
  key: number,
  isRight: (value: CborValue) => value is T,
): T | undefined | Wrong {
  const value = map.get(key);
  if (value === undefined || value === null) return undefined;
  return isRight(value) ? value : WRONG;
}

export function required<T extends CborValue>(
  map: CborMap,
  key: number,
  isRight: (value: CborValue) => value is T,
): T | Wrong {
  return optional(map, key, isRight) ?? WRONG;
}

const LONGEST_TEXT = 2_000;
export const isText = (value: CborValue): value is string =>
  typeof value === 'string' && value.length <= LONGEST_TEXT;
/** Up to the end of the year 9999, so that every time can also be written as a date. */
export const isTime = (value: CborValue): value is number =>
  typeof value === 'number' && value >= 0 && value <= 253_402_300_799;
export const isWhole = (value: CborValue): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** `YYYYMMDD` as text or number to `YYYY-MM-DD`; a day that no calendar has is wrong. */
export function toDay(value: string | number | undefined | Wrong): string | undefined | Wrong {
  if (value === undefined || value === WRONG) return value;
  const match = /^(\d{4})-?(\d\d)-?(\d\d)$/.exec(String(value));
  if (!match) return WRONG;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && month >= 1 && month <= 12 && day <= daysInMonth(year, month)
    ? `${match[1]}-${match[2]}-${match[3]}`
    : WRONG;
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

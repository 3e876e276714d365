import type { EmissionsLog } from './emissions-log.ts';

/** Serials of a box of blanks: `prefix` and a number of `digits` places, from `first` to `last`. */
export interface BlankRange {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly digits: number;
}

/** Reads `WPC-:1:500` or `WPC-:1:500:8` (prefix, first, last, digits; six where none are named). */
export function parseBlankRange(text: string): BlankRange {
  const match = /^([A-Z0-9-]{1,12}):(\d{1,9}):(\d{1,9})(?::(\d{1,2}))?$/.exec(text);
  if (!match) throw new RangeError(`not a range of blanks: ${text}`);
  const [, prefix = '', first, last, digits = '6'] = match;
  return { prefix, first: Number(first), last: Number(last), digits: Number(digits) };
}

export function blankSerial(range: BlankRange, number: number): string {
  return range.prefix + String(number).padStart(range.digits, '0');
}

/**
 * The stack of blanks of a printer that has no real one. What was once fed never comes again, whatever happened to
 * it: the stack's height is read from the printer's own log, not kept beside it.
 */
export async function nextBlank(range: BlankRange, log: EmissionsLog): Promise<string | undefined> {
  const used = new Set((await log.read()).map(({ serial }) => serial));
  for (let number = range.first; number <= range.last; number += 1) {
    const serial = blankSerial(range, number);
    if (!used.has(serial)) return serial;
  }
  return undefined;
}

export interface BlankRange {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly digits: number;
}

/** Blanks of one operation; a wider range is a misread code. */
const MOST_BLANKS = 100_000;

/** The range from the serials of the first and the last blank of a box, undefined where the two make none. */
export function rangeOf(first: string, last: string): BlankRange | undefined {
  const [one, other] = [partsOf(first), partsOf(last)];
  if (!one || !other || one.prefix !== other.prefix || one.digits !== other.digits) return undefined;
  const count = other.number - one.number + 1;
  if (count < 1 || count > MOST_BLANKS) return undefined;
  return { prefix: one.prefix, first: one.number, last: other.number, digits: one.digits };
}

/** `WPC-000001` is the prefix `WPC-` and the running number 1 in six places. */
function partsOf(serial: string): { prefix: string; number: number; digits: number } | undefined {
  const parts = /^([A-Z0-9-]*[A-Z-])(\d{1,12})$/.exec(serial.trim().toUpperCase());
  if (!parts || parts[1]!.length > 12) return undefined;
  return { prefix: parts[1]!, number: Number(parts[2]), digits: parts[2]!.length };
}

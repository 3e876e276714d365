import { ApiError } from '../errors.ts';

const MOST_BLANKS = 10_000;

/** Serials as a box or a delivery note names them: `WPC-` 1 to 500 in 6 places. */
export interface BlankRange {
  readonly prefix: string;
  readonly first: number;
  readonly last: number;
  readonly digits: number;
}

/** Every serial of a range, ascending; refuses an empty range and one of more than ten thousand. */
export function serialsOf({ prefix, first, last, digits }: BlankRange): string[] {
  const count = last - first + 1;
  if (count < 1 || count > MOST_BLANKS)
    throw new ApiError('invalid-input', { fields: [{ path: 'last', code: 'range' }] });
  return Array.from({ length: count }, (_, index) => prefix + String(first + index).padStart(digits, '0'));
}

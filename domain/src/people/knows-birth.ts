import type { BirthDate } from './birth-date.ts';

/**
 * True where somebody who says `said` (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`) knows the birth as it is on record: of a known
 * day the day, of a known month the month, of a known year at least the year. A birth of which nothing is known proves
 * nothing.
 */
export function knowsBirth(birth: BirthDate | undefined, said: string): boolean {
  const known = birth?.date ?? '';
  return known !== '' && said.startsWith(known);
}

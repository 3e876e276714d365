import { BUDDHIST_OFFSET, commonYear, formatDate } from '@permit/domain/calendar/format-date.ts';
import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { Language } from '@permit/domain/texts/text.ts';

/** A date as it is being typed: each part text, empty where it is not given. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** `2026-11-20`, `2026-11`, `2026` or empty as parts; the year in the Buddhist era for Thai. */
export function partsForInput(date: string, language: Language): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  const shown = year !== '' && language === 'th' ? String(Number(year) + BUDDHIST_OFFSET) : year;
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year: shown };
}

/**
 * Parts as a date at the precision typed: `2026-11-20`, `2026-11`, `2026` or empty. A Buddhist year is known by
 * its size whatever the language. What makes no date is kept as typed, so that the server can refuse it by name.
 */
export function dateFromParts({ day, month, year }: DateParts): string {
  const digits = year.trim();
  if (digits === '') return month || day ? `0000-${two(month)}-${two(day)}` : '';
  const common = /^\d{1,4}$/.test(digits) ? String(commonYear(Number(digits))).padStart(4, '0') : digits;
  if (month === '') return day === '' ? common : `${common}-00-${two(day)}`;
  return day.trim() === '' ? `${common}-${two(month)}` : `${common}-${two(month)}-${two(day)}`;
}

const two = (part: string): string => part.trim().padStart(2, '0');

/** Names of the twelve months, taken from the one table of dates. */
export function monthNames(language: Language): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const date = `2026-${String(index + 1).padStart(2, '0')}-01` as CalendarDate;
    return formatDate(date, language)
      .replace(/^1 /, '')
      .replace(/,? \d{4}$/, '');
  });
}

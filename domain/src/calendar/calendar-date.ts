import { z } from 'zod';

/** A day of the common era without a clock time, `YYYY-MM-DD`. Stored so everywhere; shown by `formatDate`. */
export type CalendarDate = string & { readonly brand: 'CalendarDate' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for a day that exists: 2026-02-29 does not. Years 1800 to 2999, so that a Buddhist year is refused below 2343. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false;
  const parts = SHAPE.exec(value);
  if (!parts || value < '1800' || value >= '3000') return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that does not exist becomes one of another month.
  return month > 0 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

export const CalendarDateSchema = z.custom<CalendarDate>(isCalendarDate, { message: 'not-a-date' });

/** The same text as a `CalendarDate`; throws RangeError on a day that does not exist (for data and tests). */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a calendar date: ${text}`);
  return text;
}

function toMs(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromMs(ms: number): CalendarDate {
  return calendarDate(new Date(ms).toISOString().slice(0, 10));
}

/** `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromMs(toMs(date) + days * DAY_MS);
}

/** The same day of a later month, or that month's last day: 31 Jan + 1 month is 28 or 29 Feb. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = partsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return fromMs(first.getTime() + (Math.min(day, lastDay) - 1) * DAY_MS);
}

/** The same day `years` later; 29 Feb becomes 28 Feb where there is none. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS);
}

/** Whole months begun between two days, both included: 1 Jan to 31 Dec is 12, 1 Jan to 1 Jan next year 13. */
export function monthsBegun(from: CalendarDate, to: CalendarDate): number {
  if (to < from) return 0;
  const [[year, month], [lastYear, lastMonth]] = [partsOf(from), partsOf(to)];
  const months = (lastYear - year) * 12 + lastMonth - month;
  return addMonths(from, months) <= to ? months + 1 : months;
}

/** `[year, month 1-12, day 1-31]` */
export function partsOf(date: CalendarDate): readonly [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year ?? 0, month ?? 0, day ?? 0];
}

/** 0 Sunday … 6 Saturday */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toMs(date)).getUTCDay();
}

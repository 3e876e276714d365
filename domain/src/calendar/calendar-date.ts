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
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month (1 to 12) in the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : DAYS_OF_MONTH[month - 1]!;
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
  const text = new Date(ms).toISOString().slice(0, 10);
  // It exists; only a year outside of those that are known is no date of ours.
  return text < '1800' || text >= '3000' ? calendarDate(text) : (text as CalendarDate);
}

/** `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromMs(toMs(date) + days * DAY_MS);
}

/** The same day of a later month, or that month's last day: 31 Jan + 1 month is 28 or 29 Feb. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = partsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = daysIn(first.getUTCFullYear(), first.getUTCMonth() + 1);
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

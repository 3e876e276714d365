import { calendarDate, type CalendarDate } from '../calendar/calendar-date.ts';
import { ASSUMED, type Sourced } from '../catalogue/figure.ts';

/** How receipts are numbered; a version is in force from its day. Within a series no number is left out. */
export interface ReceiptNumbering extends Sourced {
  readonly effectiveFrom: CalendarDate;
  readonly prefix: string;
  /** When a series begins again at 1. */
  readonly restarts: 'each-year' | 'each-day';
  readonly digits: number;
}

/** Oldest first. */
export const RECEIPT_NUMBERING: readonly ReceiptNumbering[] = [
  {
    effectiveFrom: calendarDate('2025-10-13'),
    prefix: 'R',
    restarts: 'each-year',
    digits: 8,
    ...ASSUMED('the form of the Department’s receipt numbers was not found; a year’s series is our proposal'),
  },
];

/** The series of a day: `R69` for a year's, `R691120` for a day's (Buddhist era). */
export function receiptSeries(
  day: CalendarDate,
  numbering: ReceiptNumbering = receiptNumberingOn(day),
): string {
  const year = String((Number(day.slice(0, 4)) + 543) % 100).padStart(2, '0');
  return numbering.prefix + year + (numbering.restarts === 'each-day' ? day.slice(5).replace('-', '') : '');
}

/** `R69-00000001`. Throws RangeError where the series is used up. */
export function receiptNumber(series: string, running: number, numbering: ReceiptNumbering): string {
  const digits = String(running).padStart(numbering.digits, '0');
  if (running < 1 || digits.length > numbering.digits) throw new RangeError(`series ${series} is used up`);
  return `${series}-${digits}`;
}

/** The rule of a day. Throws RangeError before the first. */
export function receiptNumberingOn(
  day: CalendarDate,
  rules: readonly ReceiptNumbering[] = RECEIPT_NUMBERING,
): ReceiptNumbering {
  const rule = rules.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  if (!rule) throw new RangeError(`no receipt numbering is in force on ${day}`);
  return rule;
}

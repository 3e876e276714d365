import { calendarDate, type CalendarDate } from '../calendar/calendar-date.ts';
import { ASSUMED, type Sourced } from '../catalogue/figure.ts';
import { baht, type Satang } from './satang.ts';

/** How much one payment may carry; a version is in force from its day until the next one begins. */
export interface PaymentLimit extends Sourced {
  readonly effectiveFrom: CalendarDate;
  readonly maxSatang: Satang;
  readonly maxBills: number;
}

/** Oldest first. A change is one more line, never an edit of an old one. */
export const PAYMENT_LIMITS: readonly PaymentLimit[] = [
  {
    effectiveFrom: calendarDate('2025-10-13'),
    maxSatang: baht(200_000),
    maxBills: 200,
    ...ASSUMED(
      'the portal splits large group payments [O], the figure was not seen; 200,000 baht is what bank apps let a customer move in a day without more [G]',
    ),
  },
];

/** The limit of a day. Throws RangeError before the first. */
export function paymentLimitOn(
  day: CalendarDate,
  limits: readonly PaymentLimit[] = PAYMENT_LIMITS,
): PaymentLimit {
  const limit = limits.findLast(({ effectiveFrom }) => effectiveFrom <= day);
  if (!limit) throw new RangeError(`no payment limit is in force on ${day}`);
  return limit;
}

import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import type { DayFacts } from '@permit/domain/notices/notice-timing.ts';
import type { Tx } from '../database/transaction.ts';
import { countedAttempt } from '../outages/counted-attempt.ts';
import { outageSpans } from '../outages/outage-store.ts';

const HOLIDAYS = holidayDates();

/** Holidays and outages of filing, for counting the days of a notice. */
export async function dayFacts(tx: Tx): Promise<DayFacts> {
  const now = tx.deps.clock.business();
  return { holidays: HOLIDAYS, outages: await outageSpans(tx.db, 'filing', now), now };
}

/**
 * The day on which the notice counts as filed: the day of trying, where an "I tried" for this service is cited and the
 * outage log bears it out, else today. What nobody bears out is left to the officer, who sees the code.
 */
export async function countedFilingDay(
  tx: Tx,
  serviceCode: string,
  attemptCode: string | undefined,
): Promise<CalendarDate> {
  const today = bangkokDate(tx.deps.clock.business());
  const attempt = attemptCode === undefined ? undefined : await countedAttempt(tx, serviceCode, attemptCode);
  return attempt?.counts ? bangkokDate(attempt.at) : today;
}

/** The last second of a day in Bangkok. */
export function endOfDay(day: CalendarDate): Date {
  return new Date(bangkokInstant(day, '23:59').getTime() + 59_000);
}

import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import type { DayFacts } from '@permit/domain/notices/notice-timing.ts';
import { readAttemptCode } from '@permit/domain/receipts/attempt-code.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { outageAt, outageSpans } from '../outages/outage-store.ts';

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
  const code = attemptCode && readAttemptCode(attemptCode);
  if (!code) return today;
  const attempt = await asJob(tx, () =>
    tx
      .db('attempts')
      .where({ code, service_code: serviceCode })
      .first<{ tried_at: Date } | undefined>('tried_at'),
  );
  if (!attempt || !(await outageAt(tx.db, attempt.tried_at))) return today;
  const tried = bangkokDate(attempt.tried_at);
  return tried < today ? tried : today;
}

/** The last second of a day in Bangkok. */
export function endOfDay(day: CalendarDate): Date {
  return new Date(bangkokInstant(day, '23:59').getTime() + 59_000);
}

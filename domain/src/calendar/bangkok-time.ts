import { calendarDate, type CalendarDate } from './calendar-date.ts';

/** Asia/Bangkok has been seven hours ahead of UTC without summer time since 1920. */
const OFFSET_MS = 7 * 3_600_000;

/** A moment as a Date, milliseconds since 1970 or an ISO text with zone. */
export type Instant = Date | number | string;

function localIso(instant: Instant): string {
  const ms = new Date(instant).getTime();
  if (Number.isNaN(ms)) throw new RangeError('not an instant');
  return new Date(ms + OFFSET_MS).toISOString();
}

/** The day on the wall calendar in Bangkok at that moment. */
export function bangkokDate(instant: Instant): CalendarDate {
  return calendarDate(localIso(instant).slice(0, 10));
}

/** The time on the wall clock in Bangkok, `HH:MM`. */
export function bangkokTime(instant: Instant): string {
  return localIso(instant).slice(11, 16);
}

/** The moment at which it is `time` (`HH:MM`) on `date` in Bangkok. */
export function bangkokInstant(date: CalendarDate, time: string): Date {
  return new Date(`${date}T${time}:00+07:00`);
}

/** True inside the pause of bank payments, 23.30-23.59 (work-permit.md 2.6, portal notice). */
export function isBankPause(instant: Instant): boolean {
  const time = bangkokTime(instant);
  return time >= '23:30' && time <= '23:59';
}

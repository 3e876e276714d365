import { bangkokDate, bangkokInstant, bangkokTime, type Instant } from './bangkok-time.ts';
import type { CalendarDate } from './calendar-date.ts';

/** The hours of a round: days in Bangkok, times `HH:MM` of its last day. */
export interface WindowHours {
  readonly opens: CalendarDate;
  readonly closes: CalendarDate;
  readonly fileBy: { readonly value: string };
  readonly payBy: { readonly value: string };
}

export type WindowAnswer = 'open' | 'not-yet' | 'closed';

/** Whether filing (or paying) is in time at that moment; the minute named is still in time. */
export function windowAt(window: WindowHours, act: 'file' | 'pay', at: Instant): WindowAnswer {
  const day = bangkokDate(at);
  if (day < window.opens) return 'not-yet';
  if (day > window.closes) return 'closed';
  const lastMinute = act === 'file' ? window.fileBy.value : window.payBy.value;
  return day === window.closes && bangkokTime(at) > lastMinute ? 'closed' : 'open';
}

/** The moment after which the act is late. */
export function windowEnd(window: WindowHours, act: 'file' | 'pay'): Date {
  const end = bangkokInstant(window.closes, act === 'file' ? window.fileBy.value : window.payBy.value);
  return new Date(end.getTime() + 60_000);
}

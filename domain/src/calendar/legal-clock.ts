import { z } from 'zod';
import { addDays, type CalendarDate } from './calendar-date.ts';
import { addWorkingDays, type Holidays } from './working-days.ts';

/** What an outage of ours does to a deadline; see outage-extension.ts. */
export const OutageRuleSchema = z.strictObject({
  extend: z.literal('next-working-day'),
  minMinutes: z.number().int().positive(),
  certainty: z.enum(['certain', 'uncertain', 'assumed']),
  source: z.string().min(3).max(300),
});
export type OutageRule = z.infer<typeof OutageRuleSchema>;

/**
 * A time limit of the law as data. How days are counted is not verified anywhere we could read
 * (work-permit.md 1.4): `counting` is a setting, its default is the event's date plus calendar days.
 */
export const LegalClockSchema = z.strictObject({
  days: z.number().int().positive(),
  counting: z.enum(['calendar-days', 'working-days']),
  startsAt: z.enum([
    'event',
    'knowledge',
    'filing',
    'payment',
    'return',
    'grant',
    'refusal',
    'bill',
    'exit',
    'forwarding',
  ]),
  /** Who must act within it. */
  binds: z.enum(['worker', 'employer', 'importer', 'filer', 'department', 'minister']),
  certainty: z.enum(['certain', 'uncertain', 'assumed']),
  source: z.string().min(3).max(300),
  /** Whether our own failure on the last day moves it, and from how many minutes on; absent: it does not. */
  outages: OutageRuleSchema.optional(),
});
export type LegalClock = z.infer<typeof LegalClockSchema>;

/** The last day on which the act is in time. */
export function dueDate(clock: LegalClock, startedOn: CalendarDate, holidays: Holidays): CalendarDate {
  return clock.counting === 'working-days'
    ? addWorkingDays(startedOn, clock.days, holidays)
    : addDays(startedOn, clock.days);
}

/** True after the last day. */
export function isOverdue(due: CalendarDate, today: CalendarDate): boolean {
  return today > due;
}

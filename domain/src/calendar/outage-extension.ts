import { bangkokDate, bangkokInstant, type Instant } from './bangkok-time.ts';
import { addDays, type CalendarDate } from './calendar-date.ts';
import type { LegalClock } from './legal-clock.ts';
import { addWorkingDays, type Holidays } from './working-days.ts';

/** A time in which we could not take what people wanted to hand in; without `endedAt` it still lasts. */
export interface OutageSpan {
  readonly startedAt: Instant;
  readonly endedAt?: Instant | undefined;
}

const DAY_MS = 86_400_000;
/** Far beyond any list of outages that touch one deadline: a guard against data that chase each other. */
const MOST_STEPS = 400;

/**
 * The last day after our own failures are taken into account: where the clock's data say so and an outage took at
 * least `minMinutes` of the last day, the next working day after the outage is the last day; again and again while
 * that day was lost too. An outage that still lasts counts as ending at `now`: the day moves on with it.
 */
export function extendForOutages(
  clock: Pick<LegalClock, 'outages'>,
  due: CalendarDate,
  facts: { outages: readonly OutageSpan[]; holidays: Holidays; now: Instant },
): CalendarDate {
  const rule = clock.outages;
  if (!rule) return due;
  let last = due;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const lost = facts.outages.find((span) => minutesLost(span, last, facts.now) >= rule.minMinutes);
    if (!lost) return last;
    last = addWorkingDays(endDay(lost, facts.now), 1, facts.holidays);
  }
  return last;
}

/** Whole minutes that the outage took of a day in Bangkok. */
export function minutesLost(span: OutageSpan, day: CalendarDate, now: Instant): number {
  const dayStart = bangkokInstant(day, '00:00').getTime();
  const from = Math.max(new Date(span.startedAt).getTime(), dayStart);
  const to = Math.min(new Date(span.endedAt ?? now).getTime(), dayStart + DAY_MS);
  return Math.max(0, Math.floor((to - from) / 60_000));
}

/** The last day that the outage touched; one that ended at midnight sharp ended the day before. */
function endDay(span: OutageSpan, now: Instant): CalendarDate {
  const end = new Date(span.endedAt ?? now).getTime();
  const day = bangkokDate(end);
  return bangkokInstant(day, '00:00').getTime() === end ? addDays(day, -1) : day;
}

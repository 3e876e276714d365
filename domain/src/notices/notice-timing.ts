import { daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { dueDate, type LegalClock } from '../calendar/legal-clock.ts';
import { extendForOutages, type OutageSpan } from '../calendar/outage-extension.ts';
import type { Holidays } from '../calendar/working-days.ts';
import type { NoticeAct, ServiceDefinition } from '../catalogue/service-definition.ts';
import { leaverClockOf } from '../catalogue/leaver-clocks.ts';

export interface DayFacts {
  readonly holidays: Holidays;
  readonly outages: readonly OutageSpan[];
  readonly now: Date;
}

/** Whether a duty to notify was met in time. A late notice is received like any other and says that it is late. */
export interface Timing {
  readonly clock: string;
  readonly binds: LegalClock['binds'];
  readonly dueOn: CalendarDate;
  /** 0 in time. */
  readonly daysLate: number;
  readonly certainty: LegalClock['certainty'];
}

/** The clock that binds this act of the service; undefined where its data name none. */
export function dutyClockOf(service: ServiceDefinition, act: NoticeAct | undefined): string | undefined {
  const ofAct = service.acts?.find(({ code }) => code === act)?.clock;
  return ofAct ?? ('duty' in service.clocks ? 'duty' : undefined);
}

/** How an act on `filedOn` stands to its clock that began with `eventOn`. */
export function timingOf(
  service: ServiceDefinition,
  clockName: string,
  days: { eventOn: CalendarDate; filedOn: CalendarDate },
  facts: DayFacts,
): Timing | undefined {
  const clock = service.clocks[clockName];
  if (!clock) return undefined;
  const dueOn = extendForOutages(clock, dueDate(clock, days.eventOn, facts.holidays), facts);
  return {
    clock: clockName,
    binds: clock.binds,
    dueOn,
    daysLate: Math.max(0, daysBetween(dueOn, days.filedOn)),
    certainty: clock.certainty,
  };
}

/** The time that a worker who left has to find a new employer, where the permit's category has one. */
export function leaverTiming(
  service: ServiceDefinition,
  category: string,
  exitOn: CalendarDate,
  facts: DayFacts,
): Timing | undefined {
  const clock = leaverClockOf(category);
  return clock === undefined
    ? undefined
    : timingOf(service, clock, { eventOn: exitOn, filedOn: exitOn }, facts);
}

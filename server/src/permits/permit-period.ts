import {
  addDays,
  addMonths,
  calendarDate,
  type CalendarDate,
} from '@permit/domain/calendar/calendar-date.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { roundsOn } from '@permit/domain/catalogue/round-of.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';

/** A permit's two days, both included. */
export interface PermitPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * From when to when: the round that a case was filed in ends for everybody on the day that its data names; otherwise what was asked for,
 * never longer than the service's longest period.
 */
export function permitPeriod(
  service: ServiceDefinition,
  draft: ApplicationDraft,
  { today, filedOn = today }: { readonly today: CalendarDate; readonly filedOn?: CalendarDate | undefined },
): PermitPeriod {
  const { open, over } = roundsOn(service, filedOn, draft.worker?.nationality);
  const cohort = open ?? over;
  const from = later(draft.period?.from ?? today, cohort ? today : (draft.period?.from ?? today));
  if (cohort) return { from: today, to: cohort.permitEnds.value };
  const longest = addDays(addMonths(from, service.period?.maxMonths.value ?? 24), -1);
  const asked = draft.period?.to ?? longest;
  return { from, to: calendarDate(asked < longest ? asked : longest) };
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

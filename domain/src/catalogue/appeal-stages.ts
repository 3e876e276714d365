import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { WorkerText } from '../texts/text.ts';
import type { Certainty } from './figure.ts';
import type { ServiceDefinition } from './service-definition.ts';

export interface StageDue {
  readonly code: string;
  readonly by: string;
  readonly due: CalendarDate;
  readonly names: WorkerText;
  readonly certainty: Certainty;
}

/**
 * By when each stage of an appeal is due: the first counts from the day the decision was known, each later one
 * from the day the one before it was done (`doneOn`), or was due where that day is still to come.
 */
export function stagesDue(
  service: ServiceDefinition,
  knownOn: CalendarDate,
  doneOn: Readonly<Record<string, CalendarDate>> = {},
): readonly StageDue[] {
  let start = knownOn;
  return (service.stages ?? []).map(({ code, by, days, names }) => {
    const due = addDays(start, days.value);
    start = doneOn[code] ?? due;
    return { code, by, due, names, certainty: days.certainty };
  });
}

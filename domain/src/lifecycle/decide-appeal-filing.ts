import type { CalendarDate } from '../calendar/calendar-date.ts';
import { isOverdue } from '../calendar/legal-clock.ts';
import { stagesDue } from '../catalogue/appeal-stages.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';

export type AppealRefusal = 'known-before-decision' | 'known-in-the-future' | 'appealed-already';

export interface AppealFiling {
  readonly knownOn: CalendarDate;
  readonly today: CalendarDate;
  /** The day of the refusal, where it is on record. */
  readonly refusedOn: CalendarDate | undefined;
  readonly appealedBefore: boolean;
}

export type AppealAnswer =
  | { readonly allowed: false; readonly code: AppealRefusal }
  | { readonly allowed: true; readonly late: boolean };

const refuse = (code: AppealRefusal): AppealAnswer => ({ allowed: false, code });

/**
 * Whether an appeal can be received. A late one is: whether to hear it is for those who decide, so it is only
 * marked. `appeal` is the service APL, whose first stage is the term.
 */
export function decideAppealFiling(appeal: ServiceDefinition, filing: AppealFiling): AppealAnswer {
  const { knownOn, today, refusedOn, appealedBefore } = filing;
  if (appealedBefore) return refuse('appealed-already');
  if (knownOn > today) return refuse('known-in-the-future');
  if (refusedOn && knownOn < refusedOn) return refuse('known-before-decision');
  const term = stagesDue(appeal, knownOn)[0];
  return { allowed: true, late: term !== undefined && isOverdue(term.due, today) };
}

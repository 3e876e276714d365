import type { CalendarDate } from '../calendar/calendar-date.ts';
import { allow, refuse, type Decision } from '../refusal.ts';
import { stampDutyDue, type DutiableAttorney } from './stamp-duty.ts';

/** What a delegation says. */
export interface DelegationTerms extends DutiableAttorney {
  readonly acts: readonly string[];
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly stampDutySatang: number;
}

/** Whether a power of attorney may be given today with these terms. */
export function decideDelegation(
  terms: DelegationTerms,
  today: CalendarDate,
): Decision<'delegation-dates' | 'delegation-over' | 'stamp-duty-short'> {
  if (terms.from > terms.until) return refuse('delegation-dates');
  if (terms.until < today) return refuse('delegation-over');
  if (terms.stampDutySatang < stampDutyDue(terms)) return refuse('stamp-duty-short');
  return allow();
}

export type DelegationState = 'coming' | 'in-force' | 'over' | 'taken-back';

/** Where a delegation stands on a day. */
export function delegationState(
  delegation: { readonly from: CalendarDate; readonly until: CalendarDate; readonly takenBack: boolean },
  today: CalendarDate,
): DelegationState {
  if (delegation.takenBack) return 'taken-back';
  if (delegation.until < today) return 'over';
  return delegation.from > today ? 'coming' : 'in-force';
}

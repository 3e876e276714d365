import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import type { PermitState } from '../machines/permit-machine.ts';
import type { VisitState } from '../machines/visit-machine.ts';

export interface VisitEnd {
  readonly to: 'no-show' | 'cancelled';
  /** Whole days after its own day that a visit may stay as it is. */
  readonly keptDays: number;
}

/**
 * How visits end that nobody ended. Whoever never stood at the counter did not come; whoever did may have been
 * captured in a van whose packet is still on its way, so those days are longer (our proposal: a van may be out of
 * reach for a week, a card may wait for its person for a month).
 */
export const VISIT_ENDS: Readonly<Partial<Record<VisitState, VisitEnd>>> = {
  booked: { to: 'no-show', keptDays: 0 },
  ticketed: { to: 'no-show', keptDays: 0 },
  'checked-in': { to: 'no-show', keptDays: 7 },
  'in-progress': { to: 'cancelled', keptDays: 30 },
};

/** What a visit of `day` becomes on `today`; undefined while it may stay. */
export function visitEnd(state: VisitState, day: string, today: string): VisitEnd['to'] | undefined {
  const end = VISIT_ENDS[state];
  return end && today > addDays(calendarDate(day), end.keptDays) ? end.to : undefined;
}

/** Permits that end with their last day; one whose renewal was asked for in time goes on (s.67). */
export const PERMITS_THAT_END: readonly PermitState[] = ['temporary', 'active'];

/** True after the permit's last day. */
export function permitEnd(state: PermitState, validTo: string, today: string): boolean {
  return PERMITS_THAT_END.includes(state) && today > validTo;
}

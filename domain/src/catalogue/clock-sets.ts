import type { LegalClock } from '../calendar/legal-clock.ts';
import { ASSUMED, UNCERTAIN } from './figure.ts';

type Clocks = Record<string, LegalClock>;

/** Time to answer a return, to pay, to decide and to appeal. All but the last are our proposals. */
export const CASE_CLOCKS: Clocks = {
  'answer-due': {
    days: 15,
    counting: 'calendar-days',
    startsAt: 'return',
    binds: 'filer',
    ...ASSUMED('who sets the time to answer is unknown (F.6); our proposal'),
  },
  'application-fee-due': {
    days: 7,
    counting: 'calendar-days',
    startsAt: 'bill',
    binds: 'filer',
    ...ASSUMED('own due date per bill [O]; its length is our proposal'),
  },
  'permit-fee-due': {
    days: 15,
    counting: 'calendar-days',
    startsAt: 'grant',
    binds: 'filer',
    ...ASSUMED('own due date per bill [O]; its length is our proposal'),
  },
  appeal: {
    days: 30,
    counting: 'calendar-days',
    startsAt: 'refusal',
    binds: 'filer',
    ...UNCERTAIN('30 days to appeal [N older DOE poster under the former Act]'),
  },
};

/** The decision within `days` working days: a target of part A, not law. */
export function decisionWithin(days: number, seen = 'no official figure'): Clocks {
  return {
    decision: {
      days,
      counting: 'working-days',
      startsAt: 'payment',
      binds: 'department',
      ...ASSUMED(`target T ${days} working days, part A; ${seen}`),
    },
  };
}

/** The filer's duty to notify; how the days are counted is not verified, so counting is a setting. */
export function dutyOf(
  days: number,
  duty: Pick<LegalClock, 'startsAt' | 'binds' | 'certainty' | 'source'>,
): Clocks {
  return { duty: { days, counting: 'calendar-days', ...duty } };
}

/** The State acknowledges a notice in time (s.5/1 paragraph 2); an instant electronic receipt discharges it. */
export const ACKNOWLEDGEMENT: Clocks = {
  acknowledgement: {
    days: 1,
    counting: 'working-days',
    startsAt: 'filing',
    binds: 'department',
    ...ASSUMED('the period of s.5/1 was not read [P names the duty]; the instant receipt comes first'),
  },
};

import type { LegalClock, OutageRule } from '../calendar/legal-clock.ts';
import { ASSUMED, UNCERTAIN } from './figure.ts';

type Clocks = Record<string, LegalClock>;

/**
 * When we could not take it, nobody is late for it. The live system had no rule but paper and a screenshot of the
 * failure (work-permit.md, part C 13), so length and effect are our proposal until the Department decides.
 */
export const EXTENDED_BY_OUTAGES: OutageRule = {
  extend: 'next-working-day',
  minMinutes: 60,
  ...ASSUMED(
    'record outages so that deadlines can be extended (part C 13); an hour, and how far, is our proposal',
  ),
};

const proposed = (
  days: number,
  startsAt: LegalClock['startsAt'],
  binds: LegalClock['binds'],
  why: string,
): LegalClock => ({ days, counting: 'calendar-days', startsAt, binds, ...ASSUMED(why) });

/**
 * The clock of each state that an application waits in (the names of the application machine). Only the time to
 * appeal has a source; the others are our proposals, so that nothing waits without end.
 */
export const CASE_CLOCKS: Clocks = {
  'draft-kept': proposed(
    90,
    'event',
    'filer',
    'drafts can be kept and deleted at any time [O]; how long is our proposal',
  ),
  'application-fee-due': {
    ...proposed(7, 'bill', 'filer', 'own due date per bill [O]; its length is our proposal'),
    outages: EXTENDED_BY_OUTAGES,
  },
  'document-check': {
    ...proposed(2, 'payment', 'department', 'our target; up to four months were seen [B1]'),
    counting: 'working-days',
  },
  'answer-due': {
    ...proposed(15, 'return', 'filer', 'who sets the time to answer is unknown (F.6); our proposal'),
    outages: EXTENDED_BY_OUTAGES,
  },
  consideration: {
    ...proposed(2, 'filing', 'department', 'our target for the assistant registrar'),
    counting: 'working-days',
  },
  'permit-fee-due': {
    ...proposed(15, 'grant', 'filer', 'own due date per bill [O]; its length is our proposal'),
    outages: EXTENDED_BY_OUTAGES,
  },
  'visit-due': proposed(
    90,
    'grant',
    'filer',
    'each application has a last permitted date [O]; its length is our proposal',
  ),
  'appeal-period': {
    days: 30,
    counting: 'calendar-days',
    startsAt: 'refusal',
    binds: 'filer',
    ...UNCERTAIN('30 days to appeal [N older DOE poster under the former Act]'),
  },
  'appeal-decision': {
    days: 60,
    counting: 'calendar-days',
    startsAt: 'filing',
    binds: 'minister',
    ...UNCERTAIN(
      'forwarded 15, opinion 15, Minister 30 days [P mol.go.th, former Act]; section today not verified',
    ),
  },
};

/** The time to answer what an officer asked to be corrected in a notice. */
export const ANSWER_DUE: Clocks = { 'answer-due': CASE_CLOCKS['answer-due']! };

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
  return { duty: { days, counting: 'calendar-days', ...duty, outages: EXTENDED_BY_OUTAGES } };
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

import { expect, test } from '@jest/globals';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { decideDelegation, delegationState } from './decide-delegation.ts';
import { stampDutyDue } from './stamp-duty.ts';

const day = (text: string) => text as CalendarDate;
const terms = { acts: ['renew'], from: day('2026-11-20'), until: day('2026-12-31'), stampDutySatang: 1_000 };

test.each([
  [{ acts: ['renew'] }, 10],
  [{ acts: ['renew', 'pay'] }, 30],
  [{ acts: ['renew'], attorneys: 2 }, 60],
  [{ acts: ['renew', 'pay'], attorneys: 3 }, 90],
  [{ acts: ['renew', 'pay'], attorneys: 3, jointly: true }, 30],
])('the duty on %j is %d baht', (attorney, baht) => {
  expect(stampDutyDue(attorney)).toBe(baht * 100);
});

test('a delegation wants its duty, its dates in order, and an end that is not past', () => {
  const today = day('2026-11-20');
  expect(decideDelegation(terms, today)).toEqual({ allowed: true });
  expect(decideDelegation({ ...terms, acts: ['renew', 'pay'] }, today)).toMatchObject({
    code: 'stamp-duty-short',
  });
  expect(decideDelegation({ ...terms, from: day('2027-01-01') }, today)).toMatchObject({
    code: 'delegation-dates',
  });
  expect(decideDelegation(terms, day('2027-01-01'))).toMatchObject({ code: 'delegation-over' });
});

test('the last day is still in force, the next is over, one that was taken back is neither', () => {
  const dates = { from: terms.from, until: terms.until, takenBack: false };
  expect(delegationState(dates, day('2026-11-19'))).toBe('coming');
  expect(delegationState(dates, day('2026-12-31'))).toBe('in-force');
  expect(delegationState(dates, day('2027-01-01'))).toBe('over');
  expect(delegationState({ ...dates, takenBack: true }, day('2026-12-31'))).toBe('taken-back');
});

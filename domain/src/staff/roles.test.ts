import { expect, test } from '@jest/globals';
import { needsSecondFactor, ROLE_CLASS, ROLES } from './roles.ts';

test('every officer, auditor and person at a counter needs a second factor', () => {
  const people = ROLES.filter((role) => !['station', 'print-host', 'print-worker', 'bank'].includes(role));
  const staff = people.filter((role) => ROLE_CLASS[role] !== 'applicant');
  expect(staff.filter((role) => !needsSecondFactor(role))).toEqual([]);
});

test('a worker, employer or agent may sign in without one', () => {
  expect(['worker', 'employer', 'agent'].some((role) => needsSecondFactor(role as 'worker'))).toBe(false);
});

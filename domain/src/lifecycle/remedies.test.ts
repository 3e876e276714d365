import { expect, test } from '@jest/globals';
import { applicationMachine, type ApplicationState } from '../machines/application-machine.ts';
import { findTransition } from '../machines/machine.ts';
import { remedyAt, remedyOf, SELF_ENDING_STATES } from './remedies.ts';
import { permitEnd, visitEnd } from './self-ending.ts';

const states = Object.keys(applicationMachine.states) as ApplicationState[];

test.each(states)('%s: its remedy is known, and a move of it stands in the table', (state) => {
  const remedy = remedyOf(state);
  if (remedy?.kind !== 'move') return;
  const transition = findTransition(applicationMachine, state, remedy.to);
  expect(transition?.by).toContain('system');
});

test('what waits for an officer is never ended by software', () => {
  for (const state of [
    'in-document-check',
    'with-assistant-registrar',
    'with-registrar',
    'under-appeal',
  ] as const)
    expect(SELF_ENDING_STATES).not.toContain(state);
});

test('an unpaid bill waits for the bank of the last minute, an unanswered request does not', () => {
  const due = new Date('2026-12-01T23:59:59+07:00');
  expect(remedyAt('awaiting-payment', due).getTime() - due.getTime()).toBe(7_200_000);
  expect(remedyAt('needs-documents', due)).toEqual(due);
});

test.each([
  ['booked', '2026-11-20', '2026-11-20', undefined],
  ['booked', '2026-11-20', '2026-11-21', 'no-show'],
  ['ticketed', '2026-11-20', '2026-11-21', 'no-show'],
  ['checked-in', '2026-11-20', '2026-11-27', undefined],
  ['checked-in', '2026-11-20', '2026-11-28', 'no-show'],
  ['in-progress', '2026-11-20', '2026-12-20', undefined],
  ['in-progress', '2026-11-20', '2026-12-21', 'cancelled'],
  ['done', '2026-11-20', '2027-11-21', undefined],
] as const)('a visit that is %s since %s is on %s: %s', (state, day, today, end) => {
  expect(visitEnd(state, day, today)).toBe(end);
});

test.each([
  ['active', '2026-11-20', '2026-11-20', false],
  ['active', '2026-11-20', '2026-11-21', true],
  ['temporary', '2026-11-20', '2026-11-21', true],
  // Section 67: whoever asked for renewal in time goes on until the decision.
  ['renewal-pending', '2026-11-20', '2027-11-21', false],
  ['revoked', '2026-11-20', '2026-11-21', false],
] as const)('a permit that is %s until %s has ended on %s: %s', (state, validTo, today, ended) => {
  expect(permitEnd(state, validTo, today)).toBe(ended);
});

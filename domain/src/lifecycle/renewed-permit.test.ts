import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate } from '../calendar/calendar-date.ts';
import { applicationMachine, type ApplicationState } from '../machines/application-machine.ts';
import { findTransition } from '../machines/machine.ts';
import { permitMachine, type PermitState } from '../machines/permit-machine.ts';
import { renewalEffect, type RenewalOfPermit } from './renewed-permit.ts';

const LAST = calendarDate('2026-12-31');
const AFTER = calendarDate('2027-01-01');
const renewal = (state: ApplicationState, more: Partial<RenewalOfPermit> = {}): RenewalOfPermit => ({
  state,
  filedOn: LAST,
  pendingWhileAppealed: true,
  ...more,
});
const of = (state: PermitState) => ({ state, validTo: LAST });

test('a renewal filed and paid on the last day keeps the permit pending, and one of the day after does not', () => {
  const inTime = renewalEffect(of('active'), [renewal('in-document-check')], LAST);
  expect(inTime).toEqual({ to: 'renewal-pending', because: 'renewal-filed-in-time' });
  const late = renewal('in-document-check', { filedOn: AFTER });
  expect(renewalEffect(of('expired'), [late], AFTER)).toBeUndefined();
  const unpaid = renewal('awaiting-payment', { filedOn: undefined });
  expect(renewalEffect(of('active'), [unpaid], LAST)).toBeUndefined();
});

test('a payment of the last day that the bank told of after the clock brings the permit back', () => {
  expect(renewalEffect(of('expired'), [renewal('in-document-check')], AFTER)?.to).toBe('renewal-pending');
});

test('a renewal that ends without a permit gives the old one back to its own dates', () => {
  for (const state of ['refused', 'withdrawn', 'expired', 'closed-unanswered'] as const) {
    expect(renewalEffect(of('renewal-pending'), [renewal(state)], LAST)?.to).toBe('active');
    expect(renewalEffect(of('renewal-pending'), [renewal(state)], AFTER)?.to).toBe('expired');
  }
});

test('while one of two renewals is pending, the end of the other changes nothing', () => {
  const two = [renewal('withdrawn'), renewal('with-registrar')];
  expect(renewalEffect(of('renewal-pending'), two, AFTER)).toBeUndefined();
});

test('an appeal keeps a renewal pending only where the service says so', () => {
  const appealed = (pendingWhileAppealed: boolean) =>
    renewalEffect(of('expired'), [renewal('under-appeal', { pendingWhileAppealed })], AFTER);
  expect(appealed(true)?.to).toBe('renewal-pending');
  expect(appealed(false)).toBeUndefined();
});

const states = <State extends string>(machine: { states: Record<State, unknown> }) =>
  fc.constantFrom(...(Object.keys(machine.states) as State[]));
const anyRenewal = fc.record({
  state: states(applicationMachine),
  filedOn: fc.option(
    fc.integer({ min: -5, max: 5 }).map((days) => addDays(LAST, days)),
    { nil: undefined },
  ),
  pendingWhileAppealed: fc.boolean(),
});

test('whatever renewals there are, the move is published, settles in one step and never touches an ended permit', () => {
  const days = fc.integer({ min: -5, max: 5 }).map((count) => addDays(LAST, count));
  fc.assert(
    fc.property(
      states(permitMachine),
      fc.array(anyRenewal, { maxLength: 4 }),
      days,
      (state, renewals, today) => {
        const moved = renewalEffect(of(state), renewals, today);
        if (!moved) return;
        expect(findTransition(permitMachine, state, moved.to)).toBeDefined();
        expect(renewalEffect(of(moved.to), renewals, today)).toBeUndefined();
      },
    ),
  );
});

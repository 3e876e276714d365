import { expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import { permitMachine } from '../machines/permit-machine.ts';
import { findTransition } from '../machines/machine.ts';
import { decideOrder, permitOrderNumber, type OrderAsked } from './permit-order-rules.ts';
import { restoredPermit } from './restored-permit.ts';

const REV = serviceCatalogue.find('REV', calendarDate('2026-11-20'))!;
const asked: OrderAsked = {
  permit: 'active',
  kind: 'revoked',
  ground: 'condition-broken',
  concerned: ['holder', undefined],
  registrar: 'registrar',
};

test('an order names a ground of its own kind, and neither its holder nor who asked for it gives it', () => {
  expect(decideOrder(REV, asked)).toMatchObject({ allowed: true, ground: { code: 'condition-broken' } });
  expect(decideOrder(REV, { ...asked, ground: 's.63' })).toMatchObject({ code: 'ground-unknown' });
  expect(decideOrder(REV, { ...asked, kind: 'cancelled' })).toMatchObject({ code: 'ground-unknown' });
  expect(decideOrder(REV, { ...asked, concerned: ['registrar'] })).toMatchObject({ code: 'same-person' });
  expect(decideOrder(REV, { ...asked, registrar: undefined })).toMatchObject({ code: 'same-person' });
  for (const permit of ['expired', 'replaced', 'revoked', 'cancelled'] as const)
    expect(decideOrder(REV, { ...asked, permit })).toMatchObject({ code: 'permit-ended' });
});

test('no ground claims to be certain: no official text of them was read', () => {
  expect(REV.grounds!.filter(({ certainty }) => certainty === 'certain')).toEqual([]);
});

test.each([
  ['temporary', '2027-12-31', false, 'temporary'],
  ['active', '2027-12-31', false, 'active'],
  ['renewal-pending', '2027-12-31', false, 'active'],
  ['active', '2026-11-19', false, 'expired'],
  ['temporary', '2026-11-19', false, 'expired'],
  ['active', '2026-11-20', false, 'active'],
  ['active', '2027-12-31', true, 'replaced'],
] as const)('%s until %s, another permit %s: lives again as %s', (was, validTo, holdsAnother, state) => {
  expect(restoredPermit({ was, validTo, holdsAnother }, '2026-11-20')).toBe(state);
  for (const ended of ['revoked', 'cancelled'] as const)
    expect(findTransition(permitMachine, ended, state)).toBeDefined();
});

test('orders are counted within a Buddhist year', () => {
  expect(permitOrderNumber(2569, 12)).toBe('000012/2569');
});

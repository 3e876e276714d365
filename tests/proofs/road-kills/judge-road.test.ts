import { expect, test } from '@jest/globals';
import type { CaseLedger } from '../../../tools/road/read-ledger.ts';
import { judgeCounts } from './judge-road.ts';

const GOOD: CaseLedger = {
  ...{ applications: 3, submissions: 1, bills: 2, paymentsRecorded: 2, paymentsSetAside: 0, permits: 1 },
  printOrders: [
    { publicId: 'first', state: 'spoiled', serial: 'WPC-000001' },
    { publicId: 'second', state: 'passed', serial: 'WPC-000002' },
  ],
  cards: [{ serial: 'WPC-000002', state: 'handed-over' }],
};

test('a spoiled blank and one good card are what was meant', () => {
  const fine = { doubles: [], lost: [], broken: [] };
  expect(judgeCounts(GOOD, ['WPC-000002'], 3)).toEqual(fine);
  expect(judgeCounts(GOOD, ['WPC-000001', 'WPC-000002'], 3)).toEqual(fine);
});

test.each([
  ['a card that came out twice', GOOD, ['WPC-000002', 'WPC-000002'], 'doubles'],
  ['a second card that nobody spoiled', GOOD, ['WPC-000002', 'WPC-000003'], 'doubles'],
  ['no card at all', GOOD, [], 'lost'],
  ['another card than the printed one', GOOD, ['WPC-000003'], 'broken'],
  ['a draft too many', { ...GOOD, applications: 4 }, ['WPC-000002'], 'doubles'],
  ['a lost submission', { ...GOOD, submissions: 0 }, ['WPC-000002'], 'lost'],
  ['a bill that was paid twice', { ...GOOD, paymentsSetAside: 1 }, ['WPC-000002'], 'doubles'],
  ['a second permit', { ...GOOD, permits: 2 }, ['WPC-000002'], 'doubles'],
] as const)('%s is noticed', (_, ledger, emitted, kind) => {
  expect(judgeCounts(ledger, emitted, 3)[kind]).toHaveLength(1);
});

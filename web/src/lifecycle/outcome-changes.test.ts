import { expect, test } from '@jest/globals';
import { outcomeChanges } from './outcome-changes.ts';

const outcome = { fees: { permit: 90_000 }, papers: ['photo'], findings: [] };

test('fees are named with both amounts, papers and findings by what came and went', () => {
  const after = { fees: { permit: 100_000 }, papers: ['passport'], findings: ['missing-paper'] };
  expect(outcomeChanges(outcome, after)).toEqual([
    'permit ฿ 900.00 › ฿ 1,000.00',
    '+ passport',
    '- photo',
    '+ missing-paper',
  ]);
});

test('a case that stays as it is has nothing to say', () => {
  expect(outcomeChanges(outcome, outcome)).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { estimateStep, FEWEST_CASES } from './estimate-step.ts';

const DAY = 86_400;
const figure = { cases: FEWEST_CASES, lowSeconds: 2 * DAY, highSeconds: 5 * DAY };
const since = new Date('2026-11-20T09:00:00+07:00');
const after = (days: number) => new Date(since.getTime() + days * DAY * 1000);

test('says between which days most of the last cases were through', () => {
  expect(estimateStep(figure, since, since)).toEqual({
    kind: 'range',
    from: '2026-11-22',
    to: '2026-11-25',
    cases: FEWEST_CASES,
  });
});

test('never names a day that is over', () => {
  expect(estimateStep(figure, since, after(4))).toMatchObject({ from: '2026-11-24', to: '2026-11-25' });
  expect(estimateStep(figure, since, after(6))).toEqual({ kind: 'longer-than-usual', cases: FEWEST_CASES });
});

test.each([undefined, { ...figure, cases: FEWEST_CASES - 1 }])('too few cases are no basis: %j', (few) => {
  expect(estimateStep(few, since, since)).toEqual({ kind: 'not-enough-cases', cases: few?.cases ?? 0 });
});

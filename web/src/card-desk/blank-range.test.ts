import { expect, test } from '@jest/globals';
import { rangeOf } from './blank-range.ts';

test('the first and the last serial of a box make its range', () => {
  expect(rangeOf(' wpc-000001', 'WPC-000500')).toEqual({ prefix: 'WPC-', first: 1, last: 500, digits: 6 });
  expect(rangeOf('A1B-07', 'A1B-07')).toEqual({ prefix: 'A1B-', first: 7, last: 7, digits: 2 });
});

test.each([
  ['WPC-000500', 'WPC-000001'],
  ['WPC-000001', 'WPD-000500'],
  ['WPC-000001', 'WPC-0500'],
  ['000001', '000500'],
  ['WPC-000001', ''],
  ['WPC-000000', 'WPC-999999'],
])('%s to %s is no range', (first, last) => {
  expect(rangeOf(first, last)).toBeUndefined();
});

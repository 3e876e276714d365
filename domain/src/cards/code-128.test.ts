import { expect, test } from '@jest/globals';
import { code128 } from './code-128.ts';

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

test('letters, then digits in pairs: start B, W, P, dash, to C, three pairs, check, stop', () => {
  const widths = code128('WP-123456');
  // Eight symbols of 11 modules each, the check symbol, and the stop of 13.
  expect(sum(widths)).toBe(9 * 11 + 13);
  expect(widths.slice(0, 6).join('')).toBe('211214');
});

test('four digits at the start begin in set C', () => {
  expect(code128('1234').slice(0, 6).join('')).toBe('211232');
  expect(sum(code128('1234'))).toBe(4 * 11 + 13);
});

test('a character beyond ASCII is refused', () => {
  expect(() => code128('ก')).toThrow(RangeError);
});

test('the line ends of a pay-in slip stand in set A', () => {
  // Start B, `|`, to A, CR, to C, 12, check, stop.
  expect(sum(code128('|\r12'))).toBe(7 * 11 + 13);
});

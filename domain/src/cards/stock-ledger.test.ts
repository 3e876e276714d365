import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideCounter, judgeCount } from './blind-count.ts';
import {
  isBalanced,
  NO_STOCK,
  rangesOf,
  standAfter,
  STOCK_ACTS,
  type StockStanding,
} from './stock-ledger.ts';

const lines = fc.array(fc.tuple(fc.constantFrom(...STOCK_ACTS), fc.integer({ min: 1, max: 9 })), {
  maxLength: 60,
});
const hasNegative = (standing: StockStanding) => Object.values(standing).some((count) => count < 0);

test('any lines that take only what is there leave a ledger that balances', () => {
  fc.assert(
    fc.property(lines, (all) => {
      let standing = NO_STOCK;
      for (const [act, count] of all) {
        const next = standAfter(standing, act, count);
        if (hasNegative(next)) continue;
        standing = next;
        expect(isBalanced(standing)).toBe(true);
      }
    }),
  );
});

test('a line that takes what was never there is seen, although its sums agree', () => {
  const standing = standAfter(standAfter(NO_STOCK, 'received', 5), 'issued', 1);
  expect(standing).toMatchObject({ blank: 5, reserved: -1, issued: 1 });
  expect(isBalanced(standing)).toBe(false);
});

test('a blank that is simply gone is seen', () => {
  const standing = standAfter(NO_STOCK, 'received', 5);
  expect(isBalanced({ ...standing, blank: 4 })).toBe(false);
});

test('ranges hold exactly the serials that were given, whatever their order and gaps', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 60 }), (numbers) => {
      const serials = numbers.map((number) => `WPC-${String(number).padStart(6, '0')}`);
      const covered = rangesOf(serials).flatMap(({ first, last }) => {
        const [from, to] = [first, last].map((serial) => Number(serial.slice(4))) as [number, number];
        return Array.from({ length: to - from + 1 }, (_, at) => `WPC-${String(from + at).padStart(6, '0')}`);
      });
      expect(covered).toEqual([...serials].sort());
    }),
  );
});

describe('a blind count', () => {
  const open = { state: 'open', openedBy: 'kanya', firstBy: undefined } as const;
  const again = { state: 'count-again', openedBy: 'kanya', firstBy: 'kamon' } as const;

  test('is not made by who opened it, nor twice by one person, nor after its end', () => {
    expect(decideCounter(open, 'kanya')).toEqual({ allowed: false, code: 'same-person' });
    expect(decideCounter(open, 'kamon')).toEqual({ allowed: true });
    expect(decideCounter(again, 'kamon')).toEqual({ allowed: false, code: 'same-person' });
    expect(decideCounter({ ...again, state: 'agreed' }, 'khwan')).toEqual({
      allowed: false,
      code: 'count-closed',
    });
  });

  test('differs only after a second person has counted', () => {
    expect(judgeCount(open, { counted: 10, expected: 10 })).toBe('agreed');
    expect(judgeCount(open, { counted: 9, expected: 10 })).toBe('count-again');
    expect(judgeCount(again, { counted: 9, expected: 10 })).toBe('differs');
    expect(judgeCount(again, { counted: 10, expected: 10 })).toBe('agreed');
  });
});

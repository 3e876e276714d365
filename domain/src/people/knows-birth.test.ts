import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { birthDateFrom } from './birth-date.ts';
import { knowsBirth } from './knows-birth.ts';

const born = fc.record({
  year: fc.integer({ min: 1940, max: 2010 }),
  month: fc.integer({ min: 0, max: 12 }),
  day: fc.integer({ min: 0, max: 28 }),
});

test('who says all that is on record knows it; who says less, or another birth, does not', () => {
  fc.assert(
    fc.property(born, born, (mine, other) => {
      const [record, said] = [birthDateFrom(mine)!, birthDateFrom(other)!];
      expect(knowsBirth(record, record.date)).toBe(true);
      const lessPrecise = said.date.length < record.date.length;
      if (lessPrecise || said.date.slice(0, record.date.length) !== record.date)
        expect(knowsBirth(record, said.date)).toBe(false);
    }),
  );
});

test('a birth of which nothing is known opens nothing', () => {
  expect(knowsBirth({ precision: 'unknown', date: '' }, '')).toBe(false);
  expect(knowsBirth({ precision: 'unknown', date: '' }, '1990')).toBe(false);
  expect(knowsBirth(undefined, '1990')).toBe(false);
});

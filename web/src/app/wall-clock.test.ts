import { expect, test } from '@jest/globals';
import { bangkokMoment, timeOf } from './wall-clock.ts';

test('a time is read as people write it, and what is none is none', () => {
  expect(['9.30', '9:30', '0930', '09 30'].map(timeOf)).toEqual(Array(4).fill('09:30'));
  expect(['', '24.00', '9.60', 'noon'].map(timeOf)).toEqual(Array(4).fill(undefined));
});

test('a moment needs a whole day and a time, and is that of Bangkok', () => {
  expect(bangkokMoment('2026-11-20', '8.30')).toBe('2026-11-20T08:30:00+07:00');
  expect(bangkokMoment('2026-11', '8.30')).toBeUndefined();
  expect(bangkokMoment('2026-11-20', '')).toBeUndefined();
});

import { expect, test } from '@jest/globals';
import { birthInBothEras, englishDate, shortThaiDate, thaiDate } from './both-eras.ts';

test('a day in both eras', () => {
  expect([thaiDate('2026-11-20'), shortThaiDate('2026-11-20'), englishDate('2026-11-20')]).toEqual([
    '20 พฤศจิกายน 2569',
    '20 พ.ย. 2569',
    '20 NOV 2026',
  ]);
});

test.each([
  ['day', '1994-03-05', '5 มีนาคม 2537 / 5 MAR 1994'],
  ['month', '1994-03', 'มีนาคม 2537 / MAR 1994'],
  ['year', '1994', 'พ.ศ. 2537 / 1994'],
  ['unknown', '', 'ไม่ทราบ / UNKNOWN'],
] as const)('a birth known to the %s invents nothing', (precision, date, text) => {
  expect(birthInBothEras({ precision, date })).toBe(text);
});

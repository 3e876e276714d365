import { expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import { ageRange, birthDateFrom, birthDatesAgree, BirthDateSchema, birthYear } from './birth-date.ts';
import { alpha3Of, nationalityOfMrz, NATIONALITIES } from './nationality.ts';
import { readPhone } from './phone.ts';
import { formatThaiNumber, hasThaiCheckDigit, isJuristicId, judgeNonThaiId } from './thai-id.ts';

const today = calendarDate('2026-11-20');

test('an age is known as far as the birth date is', () => {
  expect(ageRange({ precision: 'day', date: '2008-11-20' }, today)).toEqual([18, 18]);
  expect(ageRange({ precision: 'day', date: '2008-11-21' }, today)).toEqual([17, 17]);
  expect(ageRange({ precision: 'month', date: '2008-11' }, today)).toEqual([17, 18]);
  expect(ageRange({ precision: 'year', date: '2008' }, today)).toEqual([17, 18]);
  expect(ageRange({ precision: 'unknown', date: '' }, today)).toBeUndefined();
});

test('a birth date of parts takes the precision of what is given', () => {
  expect(birthDateFrom({ year: 1990, month: 2, day: 0 })).toEqual({ precision: 'month', date: '1990-02' });
  expect(birthDateFrom({ year: 1990 })).toEqual({ precision: 'year', date: '1990' });
  expect(birthDateFrom({})).toEqual({ precision: 'unknown', date: '' });
  expect(birthDateFrom({ year: 1990, month: 2, day: 30 })).toBeUndefined();
});

test('precision and text must fit each other', () => {
  for (const wrong of [
    { precision: 'day', date: '1990-02' },
    { precision: 'year', date: '1990-02-01' },
    { precision: 'unknown', date: '1990' },
    { precision: 'month', date: '1990-13' },
  ])
    expect(BirthDateSchema.safeParse(wrong).success).toBe(false);
});

test('a year agrees with each of its days and no other', () => {
  const year = { precision: 'year', date: '1990' } as const;
  expect(birthDatesAgree(year, { precision: 'day', date: '1990-12-31' })).toBe(true);
  expect(birthDatesAgree(year, { precision: 'day', date: '1991-01-01' })).toBe(false);
  expect(birthYear({ precision: 'month', date: '1990-05' })).toBe(1990);
});

test('nationalities go both ways between the portal’s codes and the zone’s', () => {
  for (const code of Object.keys(NATIONALITIES) as (keyof typeof NATIONALITIES)[])
    expect(nationalityOfMrz(alpha3Of(code))).toBe(code);
  expect(nationalityOfMrz('D<<')).toBe('DE');
  expect(nationalityOfMrz('UTO')).toBeUndefined();
});

// The Thai number is the customary specimen, the juristic one that of python-stdnum's th.moa.
test('published numbers hold, a turned digit does not', () => {
  expect(hasThaiCheckDigit('1234567890121')).toBe(true);
  expect(hasThaiCheckDigit('1234567809121')).toBe(false);
  expect(isJuristicId('0994000617721')).toBe(true);
  expect(formatThaiNumber('1234567890121')).toBe('1-2345-67890-12-1');
});

test('a worker’s number may begin with 0, and a failed check digit is only told', () => {
  expect(judgeNonThaiId('0012345678901')).toMatch(/ok|check-digit-differs/);
  expect(judgeNonThaiId('123')).toBe('not-13-digits');
});

test.each([
  ['081-234 5678', '+66812345678'],
  ['02 123 4567', '+6621234567'],
  ['+66 81 234 5678', '+66812345678'],
  ['+66 (0)81 234 5678', '+66812345678'],
  ['0095 9 123456789', '+959123456789'],
  ['+959123456789', '+959123456789'],
  ['12345', undefined],
  ['081234567', undefined],
  ['บ้าน', undefined],
])('the telephone number %s becomes %s', (typed, expected) => {
  expect(readPhone(typed)).toBe(expected);
});

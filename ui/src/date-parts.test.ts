import { expect, test } from '@jest/globals';
import { BirthDateSchema } from '@permit/domain/people/birth-date.ts';
import fc from 'fast-check';
import { dateFromParts, monthNames, partsForInput } from './date-parts.ts';

test('shows the year in the Buddhist era in Thai and in the common era elsewhere', () => {
  expect(partsForInput('1992-04-07', 'th')).toEqual({ day: '7', month: '4', year: '2535' });
  expect(partsForInput('1992-04-07', 'my')).toEqual({ day: '7', month: '4', year: '1992' });
});

test('knows a Buddhist year by its size in every language', () => {
  expect(dateFromParts({ day: '7', month: '4', year: '2535' })).toBe('1992-04-07');
});

test('keeps a date of which only the month or the year is known', () => {
  expect(dateFromParts({ day: '', month: '4', year: '2535' })).toBe('1992-04');
  expect(dateFromParts({ day: '', month: '', year: '1992' })).toBe('1992');
  expect(dateFromParts({ day: '', month: '', year: '' })).toBe('');
});

test('never makes a valid birth date out of a day without a year or a month', () => {
  const one = dateFromParts({ day: '3', month: '', year: '1992' });
  expect(BirthDateSchema.safeParse({ precision: 'day', date: one }).success).toBe(false);
  const other = dateFromParts({ day: '3', month: '4', year: '' });
  expect(BirthDateSchema.safeParse({ precision: 'day', date: other }).success).toBe(false);
});

test('every date comes back as it went in, in Thai and in English', () => {
  const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(dates, fc.constantFrom('th' as const, 'en' as const), (date, language) => {
      const iso = date.toISOString().slice(0, 10);
      expect(dateFromParts(partsForInput(iso, language))).toBe(iso);
    }),
  );
});

test('months have twelve different names in every language', () => {
  for (const language of ['th', 'en', 'my', 'km', 'lo', 'vi'] as const)
    expect(new Set(monthNames(language)).size).toBe(12);
});

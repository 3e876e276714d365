import { expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import { disagreeingParts } from './disagreeing-parts.ts';

const DRAFT = {
  serviceCode: 'R59M',
  worker: {
    names: { firstLatin: 'Aung', lastLatin: 'Moe' },
    nationality: 'MM',
    birth: { date: '1992-04-17', precision: 'day' as const },
  },
  oldPermit: { number: '66/10000001', expires: calendarDate('2027-01-10') },
};
const SAME = {
  number: '6610000001',
  names: { firstLatin: 'AUNG MOE' },
  nationality: 'MM',
  birth: { date: '1992', precision: 'year' as const },
};

test('what both give and give differently is named', () => {
  const other = { ...SAME, number: '6610000002', nationality: 'LA', expires: '2027-02-10' };
  expect(disagreeingParts(DRAFT, other)).toEqual(['number', 'nationality', 'expires']);
});

test('a name in other letters and a birth of the same year agree; what is left out says nothing', () => {
  expect(disagreeingParts(DRAFT, SAME)).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { calendarDate } from '../calendar/calendar-date.ts';
import { collectionClock, COLLECTION_DAYS } from './collection-clock.ts';
import { placeOfCard } from './place-of-card.ts';

test.each([
  ['ready', true, true, 'ticket'],
  ['ready', false, true, 'ticket'],
  ['ready', true, false, 'shelf'],
  ['ready', false, false, 'send-on'],
  ['void', true, true, 'set-aside'],
  ['returned', true, true, 'set-aside'],
  ['handed-over', true, false, 'set-aside'],
] as const)('a %s card (due here: %s, awaited: %s) goes to %s', (state, isDueHere, waits, place) => {
  expect(placeOfCard({ state, isDueHere, waits })).toBe(place);
});

test('a card waits by days of the calendar and is overdue on the day after its last', () => {
  const since = calendarDate('2026-11-20');
  const last = calendarDate('2027-02-18');
  expect(collectionClock(since, last)).toEqual({
    waitingDays: COLLECTION_DAYS.value,
    returnOn: last,
    overdue: false,
  });
  expect(collectionClock(since, calendarDate('2027-02-19')).overdue).toBe(true);
  expect(collectionClock(since, calendarDate('2026-11-19')).waitingDays).toBe(0);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ATTEMPT_DAYS, countAttempt, keepsFromFiling, type AttemptOnRecord } from './count-attempt.ts';

const NOW = new Date('2026-11-23T09:00:00+07:00');
const TRIED = new Date('2026-11-20T15:10:00+07:00');
const filing = { serviceCode: 'R59M', now: NOW };
const anAttempt = (more: Partial<AttemptOnRecord> = {}): AttemptOnRecord => ({
  serviceCode: 'R59M',
  triedAt: TRIED,
  cited: false,
  outageId: 'an outage',
  ...more,
});
const daysBefore = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

test('an attempt that the log bears out counts at its own moment', () => {
  expect(countAttempt(anAttempt(), filing)).toEqual({ counts: true, at: TRIED, outageId: 'an outage' });
});

test.each([
  ['attempt-other-service', anAttempt({ serviceCode: 'N632' })],
  ['attempt-cited', anAttempt({ cited: true })],
  ['attempt-no-outage', anAttempt({ outageId: undefined })],
  ['attempt-too-old', anAttempt({ triedAt: daysBefore(ATTEMPT_DAYS.citedWithin.value + 1) })],
])('%s: does not count, and says why', (because, attempt) => {
  expect(countAttempt(attempt, filing)).toEqual({ counts: false, because });
});

test('whatever is cited never counts as filed later than it is, nor outside what the data say', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
      const answer = countAttempt(anAttempt({ triedAt: daysBefore(days) }), filing);
      expect(answer.counts).toBe(days <= ATTEMPT_DAYS.citedWithin.value);
      if (answer.counts) expect(answer.at.getTime()).toBeLessThanOrEqual(NOW.getTime());
    }),
  );
});

test('an outage of the printers keeps nobody from filing, one of papers or payment does', () => {
  expect(keepsFromFiling(['cards', 'messages'])).toBe(false);
  expect(keepsFromFiling(['documents'])).toBe(true);
  expect(keepsFromFiling(['payment'])).toBe(true);
  expect(keepsFromFiling(['booking', 'everything'])).toBe(true);
});

import { expect, test } from '@jest/globals';
import { asBusinessTime, systemClock } from './clock.ts';

test('an instant of the record is told as the declared business clock showed it', () => {
  const clock = systemClock('2026-11-20T09:00:00+07:00');
  const told = asBusinessTime(clock, new Date());
  expect(Math.abs(told.getTime() - Date.parse('2026-11-20T09:00:00+07:00'))).toBeLessThan(5_000);
  const anHourAgo = asBusinessTime(clock, new Date(Date.now() - 3_600_000));
  expect(told.getTime() - anHourAgo.getTime()).toBeGreaterThan(3_590_000);
});

test('without a demonstration it is the instant itself', () => {
  const at = new Date('2026-01-01T00:00:00Z');
  expect(asBusinessTime(systemClock(), at)).toBe(at);
});

import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { extensionCode, extensionText } from '@permit/domain/contract/station-sync.ts';
import { extensionCodeFits } from './extension-code.ts';
import { extendLease, leaseAllows, leftOf, newLease, passTime } from './lease.ts';

const hourMs = 3_600_000;
const start = 1_763_600_000_000;
const lease = newLease({ serverTime: start, leaseUntil: start + 12 * hourMs });

test('sealing never stops, reading and hand-over end with the lease', () => {
  const ended = passTime(lease, { ranMs: 13 * hourMs, wall: start });
  expect(['seal', 'upload', 'read', 'hand-over'].map((act) => leaseAllows(ended, act as 'seal'))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(leaseAllows(undefined, 'read')).toBe(false);
});

test('it ends by running time even when the clock stands still, and by the clock when switched off', () => {
  expect(leftOf(passTime(lease, { ranMs: 12 * hourMs, wall: start }))).toBe(0);
  expect(leftOf(passTime(lease, { ranMs: 0, wall: start + 12 * hourMs }))).toBe(0);
});

test('whatever the clocks do, time left never grows', () => {
  const step = fc.record({
    ranMs: fc.oneof(fc.integer({ min: -hourMs, max: hourMs }), fc.constant(Number.NaN)),
    wall: fc.oneof(fc.integer({ min: 0, max: start * 2 }), fc.constant(Number.POSITIVE_INFINITY)),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      let now = lease;
      for (const passed of steps) {
        const before = leftOf(now);
        now = passTime(now, passed);
        expect(leftOf(now)).toBeLessThanOrEqual(before);
      }
    }),
  );
});

test('an extension adds its hours from now on and counts itself', () => {
  const longEnded = passTime(lease, { ranMs: 20 * hourMs, wall: start + 30 * hourMs });
  const extended = extendLease(longEnded, 4);
  expect([leftOf(extended), extended.extensions]).toEqual([4 * hourMs, 1]);
});

test('a code fits its station, counter, reason and hour, and no other', () => {
  const leaseSecret = Buffer.alloc(32, 7);
  const ask = { stationId: 'S1', leaseSecret, extensions: 2, reason: 'no-network', now: start } as const;
  const hour = Math.floor(start / hourMs);
  const text = extensionText({ stationId: 'S1', counter: 3, reason: 'no-network', hour });
  const code = extensionCode(createHmac('sha256', leaseSecret).update(text).digest());
  expect(extensionCodeFits(ask, code)).toBe(true);
  expect(extensionCodeFits(ask, `${code.slice(0, 5)} ${code.slice(5)}`)).toBe(true);
  expect(extensionCodeFits({ ...ask, extensions: 3 }, code)).toBe(false);
  expect(extensionCodeFits({ ...ask, stationId: 'S2' }, code)).toBe(false);
  expect(extensionCodeFits({ ...ask, reason: 'disaster' }, code)).toBe(false);
  expect(extensionCodeFits({ ...ask, now: start + 3 * hourMs }, code)).toBe(false);
  expect(extensionCodeFits(ask, '')).toBe(false);
});

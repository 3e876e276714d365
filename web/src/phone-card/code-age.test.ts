import { expect, test } from '@jest/globals';
import { codeAge, RENEW_AFTER_S } from './code-age.ts';

const code = { issuedAt: '2026-11-20T09:00:00+07:00', expiresAt: '2026-11-21T09:00:00+07:00' };
const at = (seconds: number) => codeAge(code, Date.parse(code.issuedAt) + seconds * 1000);

test('a code is fresh, then old while it still counts, then over to the second', () => {
  expect(at(0)).toEqual({ minutes: 0, state: 'fresh' });
  expect(at(RENEW_AFTER_S - 1).state).toBe('fresh');
  expect(at(RENEW_AFTER_S)).toEqual({ minutes: 10, state: 'old' });
  expect(at(24 * 3600 - 1)).toEqual({ minutes: 1439, state: 'old' });
  expect(at(24 * 3600).state).toBe('ended');
});

test('a clock that was set back shows no negative age', () => {
  expect(at(-500)).toEqual({ minutes: 0, state: 'fresh' });
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeCbor } from './cbor-encode.ts';
import type { CborKey, CborValue } from './cbor-value.ts';
import { openStatusList } from './signed-status-list.ts';
import { decodeStatusList, encodeStatusList, LISTED_STATUSES, type StatusEntry } from './status-list.ts';

const plain = (bytes: Uint8Array) => bytes;
const head = { firstIndex: 1_000, issuedAt: 5, refreshBy: 6 };

const DATED = ['replaced', 'revoked', 'cancelled'];
const dayOf = (index: number) => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10);

const anEntry = fc
  .tuple(fc.integer({ min: 1_000, max: 8_999 }), fc.constantFrom(...LISTED_STATUSES), fc.nat(900))
  .map(([index, status, day]): StatusEntry => ({
    index,
    status,
    ...(DATED.includes(status) ? { since: dayOf(day) } : {}),
  }));

test('every code has the answer it was given, and every other code is good', async () => {
  const entries = fc.uniqueArray(anEntry, { maxLength: 400, selector: ({ index }) => index });
  await fc.assert(
    fc.asyncProperty(entries, fc.nat(7_999), async (given, other) => {
      const payload = await encodeStatusList({ ...head, count: 8_000, entries: given }, plain);
      const list = (await decodeStatusList(payload, plain))!;
      for (const { index, ...said } of given) expect(list.statusOf(index)).toEqual(said);
      const isGiven = given.some(({ index }) => index === 1_000 + other);
      if (!isGiven) expect(list.statusOf(1_000 + other)).toEqual({ status: 'good' });
    }),
    { numRuns: 50 },
  );
});

test('outside its range it says nothing', async () => {
  const list = (await decodeStatusList(
    await encodeStatusList({ ...head, count: 3, entries: [] }, plain),
    plain,
  ))!;
  expect([999, 1_000, 1_002, 1_003, NaN].map((index) => list.statusOf(index)?.status)).toEqual([
    undefined,
    'good',
    'good',
    undefined,
    undefined,
  ]);
});

test('an entry outside the range is a fault of the maker', async () => {
  const entries: StatusEntry[] = [{ index: 5, status: 'revoked' }];
  await expect(encodeStatusList({ ...head, count: 3, entries }, plain)).rejects.toThrow(RangeError);
});

test('a number of a later version never reads as good', async () => {
  const payload = handMade({ nibbles: [0x0f], days: [] });
  const list = (await decodeStatusList(payload, plain))!;
  expect(list.statusOf(0)).toEqual({ status: 'not-issued' });
});

test.each([
  ['too few codes', { nibbles: [] as number[], days: [] }],
  ['a missing day', { nibbles: [0x06], days: [] }],
  ['a surplus day', { nibbles: [0x00], days: [1, 1] }],
])('%s is no list', async (_, parts) => {
  expect(await decodeStatusList(handMade(parts), plain)).toBeUndefined();
});

function handMade(parts: { nibbles: number[]; days: number[] }): Uint8Array {
  const map = new Map<CborKey, CborValue>([1, 5, 6, 0, 2].map((value, at) => [at + 1, value]));
  map.set(6, Uint8Array.from(parts.nibbles)).set(7, Uint8Array.from(parts.days));
  return encodeCbor(map);
}

test('any bytes at all are malformed, unsigned or of an unknown key, never a list', async () => {
  const check = { trustList: { keys: [] }, verifySignature: () => true, inflate: plain };
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const reading = await openStatusList(bytes, check);
      expect(reading.ok ? 'opened' : reading.code).toMatch(/^(malformed|unsigned|unknown-key)$/);
    }),
    { numRuns: 300 },
  );
});

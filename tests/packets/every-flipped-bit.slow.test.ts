import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { verifyPacket } from '@permit/server/captures/packet/verify-packet.ts';
import { aPacket, knownKeys } from './a-packet.ts';

test('every single bit of a packet matters', () => {
  const { bytes } = aPacket();
  const accepted: number[] = [];
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    if (verifyPacket(bytes, knownKeys).ok) accepted.push(bit);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
  }
  expect(accepted).toEqual([]);
  expect(verifyPacket(bytes, knownKeys).ok).toBe(true);
}, 180_000);

test('any damage whatever is refused and never throws', () => {
  const { bytes } = aPacket();
  const edit = fc.record({
    at: fc.nat(bytes.length - 1),
    drop: fc.nat(40),
    put: fc.uint8Array({ maxLength: 40 }),
  });
  fc.assert(
    fc.property(edit, ({ at, drop, put }) => {
      const edited = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)]);
      fc.pre(!edited.equals(bytes));
      expect(verifyPacket(edited, knownKeys).ok).toBe(false);
    }),
    { numRuns: 2000 },
  );
}, 60_000);

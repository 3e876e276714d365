import { expect, test } from '@jest/globals';
import { fewRandomBytes } from './random-pool.ts';

test('nothing is handed out twice, over many pools, and what was handed out stays as it was', () => {
  const taken = Array.from({ length: 5_000 }, (_, at) => fewRandomBytes(at % 2 === 0 ? 12 : 16));
  const texts = taken.map((bytes) => bytes.toString('hex'));
  expect(new Set(texts).size).toBe(5_000);
  expect(taken.map((bytes) => bytes.toString('hex'))).toEqual(texts);
  expect(taken.every((bytes, at) => bytes.length === (at % 2 === 0 ? 12 : 16))).toBe(true);
});

test('what is longer than a nonce or an id is not taken from it', () => {
  expect(() => fewRandomBytes(65)).toThrow(RangeError);
});

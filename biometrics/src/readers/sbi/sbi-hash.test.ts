import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { chainHash, FIRST_HASH } from './sbi-hash.ts';

test('the first link hangs on the hash of nothing', () => {
  expect(FIRST_HASH).toBe('E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855');
});

test('a link hashes raw bytes: the last hash, then the hash of the record', () => {
  const record = new Uint8Array([1, 2, 3]);
  const inner = createHash('sha256').update(record).digest();
  const whole = createHash('sha256').update(Buffer.concat([Buffer.from(FIRST_HASH, 'hex'), inner]));
  expect(chainHash(FIRST_HASH, record)).toBe(whole.digest('hex').toUpperCase());
});

test('a previous hash that is no hash is refused', () => {
  expect(() => chainHash('', new Uint8Array())).toThrow(RangeError);
});

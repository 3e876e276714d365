import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 4096;
let pool = Buffer.alloc(0);
let used = 0;

/**
 * So many random bytes (at most 64) that nobody was given before, for nonces and ids. Taken from a pool, because each
 * call of the generator costs more than all that a nonce is for; keys are made with `randomBytes`.
 */
export function fewRandomBytes(count: number): Buffer {
  if (count > 64) throw new RangeError('the pool is for nonces and ids');
  if (used + count > pool.length) {
    // A new one each time: what was handed out still stands on the old one.
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL_BYTES));
    used = 0;
  }
  return pool.subarray(used, (used += count));
}

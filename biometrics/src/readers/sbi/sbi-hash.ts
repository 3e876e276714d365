import { createHash } from 'node:crypto';

/** `previousHash` of the first capture: SHA-256 of nothing, upper-case hex. */
export const FIRST_HASH = createHash('sha256').digest('hex').toUpperCase();

const HASH = /^[0-9A-Fa-f]{64}$/;

/** Next link of the chain: SHA-256 over the raw bytes of the last hash and of SHA-256 of the record. */
export function chainHash(previousHash: string, record: Uint8Array): string {
  if (!HASH.test(previousHash)) throw new RangeError('the previous hash is not 64 hex digits');
  const recordHash = createHash('sha256').update(record).digest();
  return createHash('sha256')
    .update(Buffer.from(previousHash, 'hex'))
    .update(recordHash)
    .digest('hex')
    .toUpperCase();
}

import { createHash } from 'node:crypto';
import { fewRandomBytes } from './vault/random-pool.ts';

/** UUIDv7 (RFC 9562): time-ordered, for the inside only. */
export function newId(now = Date.now()): string {
  const bytes = fewRandomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 128 random bits, base64url: the only id that leaves the system (promises.md, Ids). */
export function newPublicId(): string {
  return fewRandomBytes(16).toString('base64url');
}

/** SHA-256 of bytes or text. */
export function sha256(data: Uint8Array | string): Buffer {
  return createHash('sha256').update(data).digest();
}

import { createHash, createPublicKey, verify } from 'node:crypto';
import { u16, u32, type BlockHead } from './open-capture-reports.ts';

/** DER in front of a raw Ed25519 key makes it a public key that node reads (RFC 8410). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The bytes that a device signs (protocol §4). */
export function signedBytes(head: BlockHead, pixels: Uint8Array, nonce: Uint8Array): Buffer {
  const time = Buffer.alloc(8);
  time.writeBigUInt64LE(BigInt(head.time));
  return Buffer.concat([
    Buffer.from('OCP1', 'ascii'),
    nonce,
    Buffer.from(u32(head.sequence)),
    Buffer.from([head.position, ...u16(head.width), ...u16(head.height), ...u16(head.ppi)]),
    time,
    createHash('sha256').update(pixels).digest(),
  ]);
}

/** Whether the holder of the raw key (base64) signed these bytes. */
export function isSignedBy(key: string, signed: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([ED25519_SPKI, Buffer.from(key, 'base64')]);
  return verify(null, signed, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

/** First 16 bytes of SHA-256 over the order's nonce. */
export function nonceBytes(nonce: string): Buffer {
  return createHash('sha256').update(nonce).digest().subarray(0, 16);
}

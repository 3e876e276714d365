import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { openGcm, sealGcm } from './packet/seal-gcm.ts';

const SALT_BYTES = 16;
// 32 MiB for a moment: slow enough against a list of passwords, quick enough at a counter.
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const AAD = Buffer.from('work-permit-operator-key/1');

/** A new Ed25519 signing key. */
export function newSigningKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

/** The public half as the permit API takes it: SPKI DER, base64. */
export function publicHalf(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
}

/** The private key under a password: `salt | iv | ciphertext | tag`, base64. */
export function lockKey(key: KeyObject, password: string): string {
  const salt = randomBytes(SALT_BYTES);
  const locked = sealGcm(scryptSync(password, salt, 32, SCRYPT), exportKey(key), AAD);
  return Buffer.concat([salt, locked]).toString('base64');
}

/** The key again, or undefined when the password is not the one it was locked with. */
export function unlockKey(locked: string, password: string): KeyObject | undefined {
  const bytes = Buffer.from(locked, 'base64');
  const key = scryptSync(password, bytes.subarray(0, SALT_BYTES), 32, SCRYPT);
  const plain = openGcm(key, bytes.subarray(SALT_BYTES), AAD);
  return plain && importKey(plain);
}

/** PKCS8 DER of a private key. */
export function exportKey(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'pkcs8' });
}

/** A private key from PKCS8 DER. */
export function importKey(der: Buffer): KeyObject {
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

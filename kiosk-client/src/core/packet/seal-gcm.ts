import { createCipheriv, randomBytes } from 'node:crypto';
import { IV_BYTES } from '@permit/domain/contract/packet.ts';

/** AES-256-GCM with a fresh random iv: `iv | ciphertext | tag`. */
export function sealGcm(key: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(aad);
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

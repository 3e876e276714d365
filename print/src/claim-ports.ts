import { createDecipheriv, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import type { Decrypt } from '@permit/domain/cards/cose-encrypt0.ts';
import type { SignatureAlgorithm } from '@permit/domain/cards/cose-sign1.ts';
import type { VerifySignature } from '@permit/domain/cards/open-sign1.ts';
import type { PermitQrSigner } from '@permit/domain/cards/permit-qr.ts';
import type { Inflate } from '@permit/domain/cards/status-list.ts';
import type { TrustedKey } from '@permit/domain/cards/trust-list.ts';

/** zlib with a hard cap: Node stops and throws as soon as the result would pass it. */
export const nodeInflate: Inflate = (bytes, mostBytes) =>
  inflateSync(bytes, { maxOutputLength: Math.max(1, mostBytes) });

const HASH = { EdDSA: null, ES256: 'sha256' } satisfies Record<SignatureAlgorithm, string | null>;

/** A signer over a Node private key (Ed25519 or P-256). The key of a demonstration comes from the key store too. */
export function nodeSigner(keyId: string, privateKey: KeyObject): PermitQrSigner {
  const algorithm = privateKey.asymmetricKeyType === 'ed25519' ? 'EdDSA' : 'ES256';
  return {
    algorithm,
    keyId,
    // ieee-p1363 is r and s one after the other, as COSE wants them; Ed25519 ignores it.
    sign: async (bytes) => sign(HASH[algorithm], bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
    deflate: (bytes) => deflateSync(bytes, { level: 9 }),
  };
}

/** Checks signatures with Node; each key of a trust list is imported once. A key that is none verifies nothing. */
export function nodeVerifySignature(): VerifySignature {
  const imported = new Map<string, KeyObject>();
  return (key, message, signature) => {
    try {
      const known = imported.get(key.publicKey) ?? importKey(key);
      imported.set(key.publicKey, known);
      return verify(HASH[key.algorithm], message, { key: known, dsaEncoding: 'ieee-p1363' }, signature);
    } catch {
      return false;
    }
  };
}

function importKey(key: TrustedKey): KeyObject {
  const raw = Buffer.from(key.publicKey, 'base64');
  const part = (from: number, to: number) => raw.subarray(from, to).toString('base64url');
  const jwk =
    key.algorithm === 'EdDSA'
      ? { kty: 'OKP', crv: 'Ed25519', x: part(0, 32) }
      : { kty: 'EC', crv: 'P-256', x: part(1, 33), y: part(33, 65) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

/** The entry of a trust list for a key pair's public half. */
export function trustedKeyOf(
  keyId: string,
  publicKey: KeyObject,
  more: Partial<TrustedKey> = {},
): TrustedKey {
  const jwk = publicKey.export({ format: 'jwk' });
  const isEd25519 = jwk.kty === 'OKP';
  const parts = [jwk.x, jwk.y].map((part) => Buffer.from(part ?? '', 'base64url'));
  const raw = isEd25519 ? parts[0]! : Buffer.concat([Buffer.of(4), ...parts]);
  const algorithm = isEd25519 ? 'EdDSA' : 'ES256';
  return { keyId, algorithm, publicKey: raw.toString('base64'), specimen: true, ...more };
}

/** Opens codes that were encrypted to one AES key. */
export function nodeDecrypt(key: Uint8Array): Decrypt {
  return ({ keyBits, iv, additionalData, ciphertext }) => {
    if (key.length * 8 !== keyBits) return undefined;
    try {
      const decipher = createDecipheriv(`aes-${keyBits}-gcm` as 'aes-256-gcm', key, iv);
      decipher.setAAD(additionalData);
      decipher.setAuthTag(ciphertext.subarray(-16));
      return Buffer.concat([decipher.update(ciphertext.subarray(0, -16)), decipher.final()]);
    } catch {
      return undefined;
    }
  };
}

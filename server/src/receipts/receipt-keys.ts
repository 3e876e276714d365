import type { SignatureCheck } from '@permit/domain/cards/open-sign1.ts';
import type { Sign1Signer } from '@permit/domain/cards/cose-sign1.ts';
import type { TrustList } from '@permit/domain/cards/trust-list.ts';
import { createPublicKey, verify } from 'node:crypto';
import type { KeyStore } from '../vault/key-store.ts';

const ED25519_SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs with the newest receipt key. */
export function receiptSigner(keys: KeyStore): Sign1Signer {
  return {
    algorithm: 'EdDSA',
    keyId: keys.publicKeys('receipt')[0]!.keyId,
    sign: async (bytes) => keys.sign('receipt', bytes).signature,
  };
}

/** Public receipt keys, raw, as verifiers keep them; old ones too. */
export function receiptTrust(keys: KeyStore): TrustList {
  return {
    keys: keys.publicKeys('receipt').map(({ keyId, spki }) => ({
      keyId,
      algorithm: 'EdDSA' as const,
      publicKey: spki.subarray(12).toString('base64'),
      specimen: keys.specimen,
    })),
  };
}

/** Believes the receipt keys of this store. */
export function receiptCheck(keys: KeyStore): SignatureCheck {
  return {
    trustList: receiptTrust(keys),
    verifySignature(key, message, signature) {
      const der = Buffer.concat([ED25519_SPKI_HEAD, Buffer.from(key.publicKey, 'base64')]);
      return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
    },
  };
}

import { createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import type { RecipientRole } from '@permit/domain/contract/packet.ts';

/**
 * Who may open packets. The private key may live in a vault or in a hardware module: all that is asked of it
 * is one X25519 agreement.
 */
export interface PacketOpener {
  readonly role: RecipientRole;
  readonly keyId: string;
  /** Raw X25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The shared secret with a raw X25519 public key, 32 bytes; may throw for a key of low order. */
  agree(ephemeralKey: Uint8Array): Uint8Array | Promise<Uint8Array>;
}

/** An opener over a private key in memory. */
export function openerFromKey(role: RecipientRole, keyId: string, privateKey: KeyObject): PacketOpener {
  return {
    role,
    keyId,
    publicKey: rawPublicKey(createPublicKey(privateKey)),
    agree: (ephemeralKey) => diffieHellman({ privateKey, publicKey: x25519PublicKey(ephemeralKey) }),
  };
}

/** The 32 bytes of an X25519 or Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new TypeError('not an OKP key');
  return Buffer.from(x, 'base64url');
}

/** A key object from 32 raw bytes. */
export function x25519PublicKey(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
}

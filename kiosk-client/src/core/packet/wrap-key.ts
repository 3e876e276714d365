import { createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';
import { type PacketManifest, type PacketRecipient, wrapContext } from '@permit/domain/contract/packet.ts';
import { sealGcm } from './seal-gcm.ts';

/** A public key that packets are sealed to; its private half is never at a station. */
export interface SealingKey {
  readonly keyId: string;
  /** X25519. */
  readonly publicKey: KeyObject;
}

/** Reads a sealing key as the station manifest carries it (SPKI DER, base64); throws on anything else. */
export function sealingKeyFrom(wire: { keyId: string; publicKey: string }): SealingKey {
  const publicKey = createPublicKey({
    key: Buffer.from(wire.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  if (publicKey.asymmetricKeyType !== 'x25519') throw new TypeError('a sealing key must be X25519');
  return { keyId: wire.keyId, publicKey };
}

/**
 * Wraps a packet key to one recipient: X25519 with a key pair made for this wrap alone, HKDF-SHA256 salted with
 * both public keys, AES-256-GCM. The ephemeral private key is gone when this returns.
 */
export function wrapKey<Role extends PacketRecipient['role']>(
  key: Buffer,
  to: SealingKey & { readonly role: Role },
  manifest: Pick<PacketManifest, 'packetId' | 'applicationId' | 'captureNonce'>,
): Extract<PacketRecipient, { role: Role }> {
  const ephemeral = generateKeyPairSync('x25519');
  const ephemeralKey = rawKey(ephemeral.publicKey);
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: to.publicKey });
  const context = Buffer.from(wrapContext(manifest, to));
  const salt = Buffer.concat([ephemeralKey, rawKey(to.publicKey)]);
  const wrappingKey = Buffer.from(hkdfSync('sha256', shared, salt, context, 32));
  const wrapped = sealGcm(wrappingKey, key, context);
  for (const secret of [shared, wrappingKey]) secret.fill(0);
  const { role, keyId } = to;
  return {
    role,
    keyId,
    ephemeralKey: ephemeralKey.toString('hex'),
    wrappedKey: wrapped.toString('hex'),
  } as Extract<PacketRecipient, { role: Role }>;
}

function rawKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
}

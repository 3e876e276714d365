/**
 * Where keys live (decisions.md 5, docs/keys.md). Private keys never leave it: callers ask for the act.
 * The default is a passphrase-sealed file; PKCS#11 is another implementation of the same port.
 */
export const SIGNING_PURPOSES = ['card', 'receipt', 'audit'] as const;
export type SigningPurpose = (typeof SIGNING_PURPOSES)[number];

export interface KeyStore {
  /** `specimen` keys make everything printed carry SPECIMEN; production refuses them. */
  readonly specimen: boolean;
  /** Wraps a 32-byte key under the vault's own key (AES-256-GCM). */
  wrap(key: Uint8Array): Buffer;
  /** Throws where the bytes were changed or wrapped by another vault. */
  unwrap(wrapped: Uint8Array): Buffer;
  /** HMAC-SHA256 under the blind-index key, cut to 16 bytes; `domain` keeps kinds of values apart. */
  blindIndex(domain: string, value: string): Buffer;
  /** 32 bytes that encrypt access tokens. */
  tokenKey(): Uint8Array;
  /** Ed25519 signature (64 bytes) and the id of the key that made it. */
  sign(purpose: SigningPurpose, data: Uint8Array): { keyId: string; signature: Buffer };
  /** Public keys, SPKI DER, newest first; old ones still verify. */
  publicKeys(purpose: SigningPurpose): readonly { keyId: string; spki: Buffer }[];
  /** The central ingest key that packets are sealed to: its id, X25519 public key, and the private one as PKCS#8 DER. */
  ingestKey(): { keyId: string; spki: Buffer; pkcs8: Buffer };
  /** The ministry's escrow key: public half only, its private half is not here. */
  escrowKey(): { keyId: string; spki: Buffer };
}

import { z } from 'zod';
import type { SignatureAlgorithm } from './cose-sign1.ts';

/**
 * A key whose signature on permits is believed, as `getTrustList` hands it out. `publicKey` is base64 of the raw
 * key: 32 bytes of Ed25519, or the 65 bytes of an uncompressed P-256 point. `signsFrom` and `signsUntil` (seconds
 * since 1970) bound the time of signing, so that a retired key still verifies the cards of its time; a stolen key
 * is taken out of the list.
 */
export const TrustedKeySchema = z.object({
  keyId: z.string().min(1).max(64),
  algorithm: z.enum(['EdDSA', 'ES256']),
  publicKey: z.base64().min(44).max(88),
  /** True for a demonstration key: what it signed is a specimen. */
  specimen: z.boolean(),
  signsFrom: z.number().optional(),
  signsUntil: z.number().optional(),
});
export type TrustedKey = z.infer<typeof TrustedKeySchema>;

export const TrustListSchema = z.object({
  keys: z.array(TrustedKeySchema).max(200),
  /** Keys that sign receipts (WPR1:), and nothing else: a receipt's key makes no permit. */
  receiptKeys: z.array(TrustedKeySchema).max(200).optional(),
});
export type TrustList = z.infer<typeof TrustListSchema>;

/** Enough for keys in rotation, few enough that a stranger's code without key id costs little. */
const MOST_KEYS_TRIED = 8;

/** The keys that may have made a signature: the named one, or, where none is named, each of the algorithm. */
export function candidateKeys(
  trustList: TrustList,
  keyId: string | undefined,
  algorithm: SignatureAlgorithm,
): readonly TrustedKey[] {
  return trustList.keys
    .filter((key) => key.algorithm === algorithm && (keyId === undefined || key.keyId === keyId))
    .slice(0, MOST_KEYS_TRIED);
}

/** Whether the key was in use at the time of signing; a message without a time passes only unbounded keys. */
export function keyWasInUse(key: TrustedKey, issuedAt: number | undefined): boolean {
  const unbounded = key.signsFrom === undefined && key.signsUntil === undefined;
  if (issuedAt === undefined) return unbounded;
  return issuedAt >= (key.signsFrom ?? -Infinity) && issuedAt <= (key.signsUntil ?? Infinity);
}

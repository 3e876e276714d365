import { decodeCbor } from './cbor-decode.ts';
import { readEncrypt0, type Decrypt } from './cose-encrypt0.ts';
import { readSign1, type Sign1 } from './cose-sign1.ts';
import { candidateKeys, type TrustedKey, type TrustList } from './trust-list.ts';

/** Says whether the 64-byte signature over `message` was made by the key. Never throws for a bad signature. */
export type VerifySignature = (
  key: TrustedKey,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

export interface SignatureCheck {
  readonly trustList: TrustList;
  readonly verifySignature: VerifySignature;
  /** Opens an encrypted outer layer; without it an encrypted code counts as unsigned: no signature can be seen. */
  readonly decrypt?: Decrypt;
}

export type Opened =
  | { readonly ok: true; readonly payload: Uint8Array; readonly key: TrustedKey }
  | { readonly ok: false; readonly code: 'malformed' | 'unsigned' | 'unknown-key' | 'bad-signature' };

/** Opens a COSE_Sign1 message: its payload, and whose key made it; or why nothing in it may be believed. */
export async function openSign1(bytes: Uint8Array, check: SignatureCheck): Promise<Opened> {
  const outer = decodeCbor(bytes);
  if (!outer.ok) return { ok: false, code: 'malformed' };
  const encrypted = check.decrypt && readEncrypt0(outer.value);
  const plain = encrypted && (await check.decrypt?.(encrypted));
  const reading = plain ? decodeCbor(plain) : outer;
  if (!reading.ok) return { ok: false, code: 'malformed' };
  const sorted = readSign1(reading.value);
  if (sorted.kind !== 'sign1') return { ok: false, code: sorted.kind };
  return verifyWithCandidates(sorted.message, check);
}

async function verifyWithCandidates(message: Sign1, check: SignatureCheck): Promise<Opened> {
  const keys = candidateKeys(check.trustList, message.keyId, message.algorithm);
  if (keys.length === 0) return { ok: false, code: 'unknown-key' };
  for (const key of keys) {
    if (await check.verifySignature(key, message.signedBytes, message.signature)) {
      return { ok: true, payload: message.payload, key };
    }
  }
  return { ok: false, code: 'bad-signature' };
}

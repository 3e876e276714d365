import { decodeCbor } from './cbor-decode.ts';
import { encodeCbor } from './cbor-encode.ts';
import {
  isCborArray,
  isCborMap,
  isCborTag,
  type CborKey,
  type CborMap,
  type CborValue,
} from './cbor-value.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export type SignatureAlgorithm = 'EdDSA' | 'ES256';

const SIGN1_TAG = 18;
const ENCRYPT0_TAG = 16;
const CWT_TAG = 61;

/** Header labels of RFC 9052 §3.1. */
const HEADER = { algorithm: 1, critical: 2, keyId: 4 } as const;

/** RFC 9053 numbers, and the fully specified ones of RFC 9864 that newer senders write. */
const ALGORITHMS: ReadonlyMap<CborValue, SignatureAlgorithm> = new Map<CborValue, SignatureAlgorithm>([
  [-8, 'EdDSA'],
  [-19, 'EdDSA'],
  [-7, 'ES256'],
  [-9, 'ES256'],
]);
const ALGORITHM_NUMBER = { EdDSA: -8, ES256: -7 } satisfies Record<SignatureAlgorithm, number>;

export interface Sign1 {
  readonly algorithm: SignatureAlgorithm;
  /** Text of the key id; hexadecimal where the bytes are not readable text; absent where the sender wrote none. */
  readonly keyId: string | undefined;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** What the signature is over (Sig_structure, RFC 9052 §4.4). */
  readonly signedBytes: Uint8Array;
}

export type Sign1Reading =
  | { readonly kind: 'sign1'; readonly message: Sign1 }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'malformed' };

/**
 * Sorts an opened CBOR item: a signed message, something without a signature (an empty one, bare claims, or
 * only encrypted), or nothing that we know. Says nothing yet about whether the signature is good.
 */
export function readSign1(item: CborValue): Sign1Reading {
  const inner = isCborTag(item) && item.tag === CWT_TAG ? item.value : item;
  if (isCborMap(inner)) return { kind: 'unsigned' };
  if (isCborTag(inner) && inner.tag === ENCRYPT0_TAG) return { kind: 'unsigned' };
  const parts = isCborTag(inner) && inner.tag === SIGN1_TAG ? inner.value : inner;
  if (!isCborArray(parts) || parts.length !== 4) return { kind: 'malformed' };
  return readParts(parts);
}

function readParts(parts: readonly CborValue[]): Sign1Reading {
  const [protectedBytes, unprotected, payload, signature] = parts;
  const isShaped =
    protectedBytes instanceof Uint8Array &&
    isCborMap(unprotected) &&
    payload instanceof Uint8Array &&
    signature instanceof Uint8Array;
  if (!isShaped) return { kind: 'malformed' };
  if (signature.length === 0) return { kind: 'unsigned' };
  const header = readProtected(protectedBytes);
  if (!header) return { kind: 'malformed' };
  // The algorithm must itself be signed; the key id is only a hint and may stand outside (RFC 9052 §3.1).
  const algorithm = ALGORITHMS.get(header.get(HEADER.algorithm) ?? null);
  if (!algorithm || header.has(HEADER.critical) || signature.length !== 64) return { kind: 'malformed' };
  const keyId = keyIdText(header.get(HEADER.keyId) ?? unprotected.get(HEADER.keyId));
  const signedBytes = sigStructure(protectedBytes, payload);
  return { kind: 'sign1', message: { algorithm, keyId, payload, signature, signedBytes } };
}

function readProtected(bytes: Uint8Array): CborMap | undefined {
  if (bytes.length === 0) return new Map();
  const reading = decodeCbor(bytes, { depth: 3, items: 50 });
  return reading.ok && isCborMap(reading.value) ? reading.value : undefined;
}

function keyIdText(value: CborValue | undefined): string | undefined {
  if (!(value instanceof Uint8Array)) return undefined;
  const text = decodeUtf8(value);
  if (text !== undefined && /^[\x21-\x7e]+$/.test(text)) return text;
  return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes to sign for these parts. */
export function sigStructure(protectedBytes: Uint8Array, payload: Uint8Array): Uint8Array {
  return encodeCbor(['Signature1', protectedBytes, new Uint8Array(0), payload]);
}

export interface Sign1Signer {
  readonly algorithm: SignatureAlgorithm;
  readonly keyId: string;
  /** 64 bytes: Ed25519, or r and s of P-256 with SHA-256 one after the other (never DER). */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** Signs the payload; both algorithm and key id stand in the protected header. */
export async function signSign1(payload: Uint8Array, signer: Sign1Signer): Promise<Uint8Array> {
  const header = new Map<CborKey, CborValue>([
    [HEADER.algorithm, ALGORITHM_NUMBER[signer.algorithm]],
    [HEADER.keyId, encodeUtf8(signer.keyId)],
  ]);
  const protectedBytes = encodeCbor(header);
  const signature = await signer.sign(sigStructure(protectedBytes, payload));
  return encodeCbor({ tag: SIGN1_TAG, value: [protectedBytes, new Map(), payload, signature] });
}

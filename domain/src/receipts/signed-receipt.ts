import { z } from 'zod';
import { decodeBase45, encodeBase45 } from '../cards/base45.ts';
import { decodeCbor } from '../cards/cbor-decode.ts';
import { encodeCbor } from '../cards/cbor-encode.ts';
import { isCborMap, type CborKey, type CborMap, type CborValue } from '../cards/cbor-value.ts';
import { signSign1, type Sign1Signer } from '../cards/cose-sign1.ts';
import { openSign1, type SignatureCheck } from '../cards/open-sign1.ts';

/** What the State may sign that it has received: the text of the QR on the paper. */
export const RECEIPT_KINDS = ['application', 'notice', 'attempt'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/**
 * What a receipt says. It names nobody: the number, the day and a digest of what was handed in, so that the paper may
 * be shown to anyone and proves that this, and nothing else, was received.
 */
export const ReceiptClaimsSchema = z.strictObject({
  kind: z.enum(RECEIPT_KINDS),
  number: z.string().min(4).max(20),
  serviceCode: z.string().min(2).max(8),
  /** Seconds since 1970, business time. */
  receivedAt: z.int().min(0),
  /** 1 for what was first handed in; a corrected notice counts on. */
  revision: z.int().min(1).max(1_000),
  /** First 16 bytes of the SHA-256 of what was handed in, hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{32}$/),
  /** Papers that were handed in: with the notice, or with this addition to it. Absent where none are counted. */
  papers: z.int().min(0).max(1_000).optional(),
  /** Set where papers came later: the number of the addition under the notice's number. */
  addition: z.int().min(1).max(1_000).optional(),
});
export type ReceiptClaims = z.infer<typeof ReceiptClaimsSchema>;

/** Tells the scanner that this is no card: the letters are of the QR's own dense alphabet. */
export const RECEIPT_PREFIX = 'WPR1:';
const LONGEST_TEXT = 600;

/** Small keys keep the QR small; a key once given is never given to another meaning. */
const KEY = {
  ...{ kind: 1, number: 2, serviceCode: 3, receivedAt: 4, revision: 5, digest: 6 },
  ...{ papers: 7, addition: 8 },
} as const;

/** The text of the QR: claims → CBOR → COSE_Sign1 → Base45. The same claims always give the same text (Ed25519). */
export async function encodeReceipt(claims: ReceiptClaims, signer: Sign1Signer): Promise<string> {
  const payload = encodeCbor(
    new Map<CborKey, CborValue>([
      [KEY.kind, RECEIPT_KINDS.indexOf(claims.kind)],
      [KEY.number, claims.number],
      [KEY.serviceCode, claims.serviceCode],
      [KEY.receivedAt, claims.receivedAt],
      [KEY.revision, claims.revision],
      [KEY.digest, bytesOfHex(claims.digest)],
      ...given(KEY.papers, claims.papers),
      ...given(KEY.addition, claims.addition),
    ]),
  );
  return RECEIPT_PREFIX + encodeBase45(await signSign1(payload, signer));
}

/** What is absent takes no room in the code. */
const given = (key: CborKey, value: number | undefined): [CborKey, CborValue][] =>
  value === undefined ? [] : [[key, value]];

export type ReceiptReading =
  | { readonly ok: true; readonly claims: ReceiptClaims; readonly keyId: string }
  | { readonly ok: false; readonly code: 'malformed' | 'unsigned' | 'unknown-key' | 'bad-signature' };

/** Opens the text of a receipt's QR; what no trusted key signed says nothing. Never throws. */
export async function openReceipt(text: string, check: SignatureCheck): Promise<ReceiptReading> {
  // Scanners like to end with a line break; spaces belong to the alphabet and stay.
  const code = text.replace(/[\r\n]{1,2}$/, '');
  const fits = code.startsWith(RECEIPT_PREFIX) && code.length <= LONGEST_TEXT;
  const bytes = fits ? decodeBase45(code.slice(RECEIPT_PREFIX.length)) : undefined;
  if (!bytes) return { ok: false, code: 'malformed' };
  const opened = await openSign1(bytes, check);
  if (!opened.ok) return opened;
  const claims = readClaims(opened.payload);
  return claims ? { ok: true, claims, keyId: opened.key.keyId } : { ok: false, code: 'malformed' };
}

function readClaims(payload: Uint8Array): ReceiptClaims | undefined {
  const reading = decodeCbor(payload);
  if (!reading.ok || !isCborMap(reading.value)) return undefined;
  const map: CborMap = reading.value;
  const digest = map.get(KEY.digest);
  const parsed = ReceiptClaimsSchema.safeParse({
    kind: RECEIPT_KINDS[map.get(KEY.kind) as number],
    number: map.get(KEY.number),
    serviceCode: map.get(KEY.serviceCode),
    receivedAt: map.get(KEY.receivedAt),
    revision: map.get(KEY.revision),
    digest: digest instanceof Uint8Array ? hexOf(digest) : undefined,
    papers: map.get(KEY.papers),
    addition: map.get(KEY.addition),
  });
  return parsed.success ? parsed.data : undefined;
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

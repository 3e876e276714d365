import { decodeCbor } from './cbor-decode.ts';
import { encodeCbor } from './cbor-encode.ts';
import { isCborArray, isCborMap, isCborTag, type CborValue } from './cbor-value.ts';

const ENCRYPT0_TAG = 16;
const HEADER = { algorithm: 1, iv: 5 } as const;

/** AES-GCM of RFC 9053 §4.1 by key length in bits. */
const AES_GCM_BITS: ReadonlyMap<CborValue, 128 | 192 | 256> = new Map<CborValue, 128 | 192 | 256>([
  [1, 128],
  [2, 192],
  [3, 256],
]);

/** An encrypted message in the parts that AES-GCM wants; the last 16 bytes of `ciphertext` are the tag. */
export interface Encrypt0 {
  readonly keyBits: 128 | 192 | 256;
  readonly iv: Uint8Array;
  readonly additionalData: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** The plain bytes, or undefined where no key of ours opens the message. */
export type Decrypt = (message: Encrypt0) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** Reads a COSE_Encrypt0 message (RFC 9052 §5.2), or undefined where the item is something else. */
export function readEncrypt0(item: CborValue): Encrypt0 | undefined {
  if (!isCborTag(item) || item.tag !== ENCRYPT0_TAG || !isCborArray(item.value)) return undefined;
  const [protectedBytes, unprotected, ciphertext] = item.value;
  if (!(protectedBytes instanceof Uint8Array) || !isCborMap(unprotected)) return undefined;
  const header = decodeCbor(protectedBytes, { depth: 3, items: 50 });
  if (!header.ok || !isCborMap(header.value) || !(ciphertext instanceof Uint8Array)) return undefined;
  const keyBits = AES_GCM_BITS.get(header.value.get(HEADER.algorithm) ?? null);
  const iv = header.value.get(HEADER.iv) ?? unprotected.get(HEADER.iv);
  if (!keyBits || !(iv instanceof Uint8Array) || ciphertext.length < 16) return undefined;
  const additionalData = encodeCbor(['Encrypt0', protectedBytes, new Uint8Array(0)]);
  return { keyBits, iv, additionalData, ciphertext };
}

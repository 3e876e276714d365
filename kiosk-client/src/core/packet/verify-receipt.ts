import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { receiptText } from '@permit/domain/contract/packet.ts';
import { Receipt } from '@permit/domain/contract/stations-api.ts';
import type { z } from 'zod';

export type PacketReceipt = z.infer<typeof Receipt>;

/** What the station holds and wants a receipt for. */
export interface ReceiptFor {
  readonly packetId: string;
  readonly deviceId: string;
  readonly counter: number;
  readonly packetHash: string;
}

export type ReceiptVerdict =
  | { readonly good: true; readonly receipt: PacketReceipt }
  | {
      readonly good: false;
      readonly code:
        'receipt-malformed' | 'receipt-key-unknown' | 'receipt-signature-wrong' | 'receipt-for-another';
    };

/** Receipt keys of the station manifest (SPKI DER, base64) by key id; entries that are no Ed25519 key are dropped. */
export function receiptKeysFrom(
  wire: readonly { keyId: string; publicKey: string }[],
): ReadonlyMap<string, KeyObject> {
  const keys = new Map<string, KeyObject>();
  for (const { keyId, publicKey } of wire) {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType === 'ed25519') keys.set(keyId, key);
  }
  return keys;
}

/** Only a good receipt for this very packet lets the station delete its copies (I10). */
export function verifyReceipt(
  answer: unknown,
  wanted: ReceiptFor,
  keys: ReadonlyMap<string, KeyObject>,
): ReceiptVerdict {
  const parsed = Receipt.safeParse(answer);
  if (!parsed.success) return { good: false, code: 'receipt-malformed' };
  const receipt = parsed.data;
  const key = keys.get(receipt.keyId);
  if (!key) return { good: false, code: 'receipt-key-unknown' };
  const signature = Buffer.from(receipt.signature, 'base64');
  if (!verify(null, Buffer.from(receiptText(receipt)), key, signature)) {
    return { good: false, code: 'receipt-signature-wrong' };
  }
  const { packetId, deviceId, counter, packetHash } = receipt;
  const fits =
    packetId === wanted.packetId &&
    deviceId === wanted.deviceId &&
    counter === wanted.counter &&
    packetHash === wanted.packetHash;
  return fits ? { good: true, receipt } : { good: false, code: 'receipt-for-another' };
}

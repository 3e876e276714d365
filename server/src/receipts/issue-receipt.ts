import type { SignedReceipt } from '@permit/domain/contract/notice-shapes.ts';
import { encodeReceipt, type ReceiptKind } from '@permit/domain/receipts/signed-receipt.ts';
import type { z } from 'zod';
import type { KeyStore } from '../vault/key-store.ts';
import { receiptSigner } from './receipt-keys.ts';

export interface ReceivedThing {
  readonly kind: ReceiptKind;
  readonly number: string;
  readonly serviceCode: string;
  readonly receivedAt: Date;
  readonly revision: number;
  /** SHA-256 of what was handed in. */
  readonly digest: Uint8Array;
  /** Papers handed in with a notice or with an addition to it, and the addition's number. */
  readonly papers?: number;
  readonly addition?: number;
}

/**
 * The signed receipt of something received. It is made again whenever it is asked for and is always the same text:
 * the claims are on record and Ed25519 has no chance in it.
 */
export async function issueReceipt(
  keys: KeyStore,
  thing: ReceivedThing,
): Promise<z.infer<typeof SignedReceipt>> {
  const signer = receiptSigner(keys);
  const { kind, number, serviceCode, revision, receivedAt, papers, addition } = thing;
  const text = await encodeReceipt(
    {
      kind,
      number,
      serviceCode,
      revision,
      receivedAt: Math.floor(receivedAt.getTime() / 1000),
      digest: Buffer.from(thing.digest.subarray(0, 16)).toString('hex'),
      ...(papers === undefined ? {} : { papers }),
      ...(addition === undefined ? {} : { addition }),
    },
    signer,
  );
  return { text, keyId: signer.keyId, issuedAt: receivedAt.toISOString(), specimen: keys.specimen };
}

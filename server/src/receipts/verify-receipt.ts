import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { outagesApi } from '@permit/domain/contract/outages-api.ts';
import { openReceipt } from '@permit/domain/receipts/signed-receipt.ts';
import type { Tx } from '../database/transaction.ts';
import { receiptCheck } from './receipt-keys.ts';

/** What a receipt's own text says, if it is ours; nothing is looked up, so nothing can be learned by trying. */
export async function verifyReceipt(
  tx: Tx,
  { text }: InputOf<typeof outagesApi.verifyReceipt>,
): Promise<OutputOf<typeof outagesApi.verifyReceipt>> {
  const { keys } = tx.deps;
  const reading = await openReceipt(text, receiptCheck(keys));
  if (!reading.ok) return { answer: reading.code, specimen: keys.specimen };
  const { kind, number, serviceCode, receivedAt, revision, papers, addition } = reading.claims;
  return {
    answer: 'genuine',
    kind,
    number,
    serviceCode,
    receivedAt: new Date(receivedAt * 1000).toISOString(),
    revision,
    ...(papers === undefined ? {} : { papers }),
    ...(addition === undefined ? {} : { addition }),
    specimen: keys.specimen,
  };
}

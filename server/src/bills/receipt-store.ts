import type { ReceiptSummary } from '@permit/domain/contract/bill-types.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';

export interface ReceiptRow {
  id: string;
  public_id: string;
  number: string;
  bill_id: string;
  application_id: string;
  fee_code: string;
  amount_satang: number;
  bank_reference: string;
  payer_party: string;
  paid_at: Date;
  issued_at: Date;
}

/** Receipts of a bill, one a price, in the order of its prices. */
export async function receiptsOf(db: Database, billId: string): Promise<z.infer<typeof ReceiptSummary>[]> {
  const rows = await db('receipts').where('bill_id', billId).orderBy('line_no').select<ReceiptRow[]>();
  return rows.map((row) => ({
    receiptId: row.public_id,
    number: row.number,
    code: row.fee_code,
    amountSatang: row.amount_satang,
    paidAt: row.paid_at.toISOString(),
  }));
}

import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { receiptNumber, receiptNumberingOn, receiptSeries } from '@permit/domain/money/receipt-numbering.ts';
import type { Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import type { Bill } from './bill-store.ts';

/** What the receipts of one payment share. */
export interface Paid {
  readonly bankReference: string;
  readonly paidAt: Date;
  /** Who paid, where it is known: the party of a group. Otherwise the party that filed the case. */
  readonly payerParty: string | undefined;
}

/**
 * One receipt for each price of these bills. Called as the last act of the payment's transaction: from here to the
 * commit the series is locked, so that no number is ever left out and nobody waits for longer than that.
 */
export async function issueReceipts(tx: Tx, bills: readonly Bill[], paid: Paid): Promise<void> {
  const prices = bills.flatMap((bill) => bill.fees.map((fee, at) => ({ bill, fee, lineNo: at + 1 })));
  if (prices.length === 0) return;
  const payers = await filersOf(tx, bills);
  const issuedAt = tx.deps.clock.business();
  const numbering = receiptNumberingOn(bangkokDate(issuedAt));
  const series = receiptSeries(bangkokDate(issuedAt), numbering);
  const first = await takeNumbers(tx, series, prices.length);
  await tx.db('receipts').insert(
    prices.map(({ bill, fee, lineNo }, at) => ({
      id: newId(),
      public_id: newPublicId(),
      series,
      running: first + at,
      number: receiptNumber(series, first + at, numbering),
      bill_id: bill.id,
      application_id: bill.applicationId,
      line_no: lineNo,
      fee_code: fee.code,
      amount_satang: fee.satang,
      bank_reference: paid.bankReference,
      payer_party: paid.payerParty ?? payers.get(bill.applicationId),
      paid_at: paid.paidAt,
      issued_at: issuedAt,
    })),
  );
}

/** The first of `count` numbers in a row. */
async function takeNumbers(tx: Tx, series: string, count: number): Promise<number> {
  const { rows } = await tx.db.raw<{ rows: { last: number }[] }>(
    `INSERT INTO receipt_series (series, last) VALUES (?, ?)
     ON CONFLICT (series) DO UPDATE SET last = receipt_series.last + excluded.last RETURNING last`,
    [series, count],
  );
  return rows[0]!.last - count + 1;
}

async function filersOf(tx: Tx, bills: readonly Bill[]): Promise<Map<string, string>> {
  const ids = bills.map(({ applicationId }) => applicationId);
  const rows = await tx
    .db('applications')
    .whereIn('id', ids)
    .select<{ id: string; filed_by_party: string }[]>('id', 'filed_by_party');
  return new Map(rows.map((row) => [row.id, row.filed_by_party]));
}

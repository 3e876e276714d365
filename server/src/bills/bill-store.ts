import { promptPayBill } from '@permit/domain/money/promptpay.ts';
import type { Satang } from '@permit/domain/money/satang.ts';
import type { BillSummary } from '@permit/domain/contract/filing-api.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import { BILLER_ID } from './biller.ts';

export type BillKind = 'application-fee' | 'permit-fee';

export interface Bill {
  readonly id: string;
  readonly publicId: string;
  readonly applicationId: string;
  readonly kind: BillKind;
  readonly amountSatang: number;
  readonly ref1: string;
  readonly ref2: string;
  readonly dueAt: Date;
  readonly paidAt: Date | undefined;
}

interface BillRow {
  id: string;
  public_id: string;
  application_id: string;
  kind: BillKind;
  amount_satang: number;
  ref1: string;
  ref2: string;
  due_at: Date;
  paid_at: Date | null;
}

/** The bill that a pair of references names, locked. */
export async function lockBillByRefs(db: Database, ref1: string, ref2: string): Promise<Bill | undefined> {
  const row = await db('bills').where({ ref1, ref2 }).forUpdate().first<BillRow | undefined>();
  return row && fromRow(row);
}

/** Bills of one case, oldest first. */
export async function billsOf(db: Database, applicationId: string): Promise<Bill[]> {
  const rows = await db('bills')
    .where('application_id', applicationId)
    .orderBy('created_at')
    .select<BillRow[]>();
  return rows.map(fromRow);
}

/** Bills that the caller may see, newest first. */
export async function visibleBills(
  db: Database,
  filter: { publicId?: string; applicationPublicId?: string },
): Promise<Bill[]> {
  const query = db('bills as b')
    .join('applications as a', 'a.id', 'b.application_id')
    .orderBy('b.created_at', 'desc')
    .limit(200);
  if (filter.publicId) query.where('b.public_id', filter.publicId);
  if (filter.applicationPublicId) query.where('a.public_id', filter.applicationPublicId);
  return (await query.select<BillRow[]>('b.*')).map(fromRow);
}

/** The bill as its payer sees it, with the text of the PromptPay QR. */
export function describeBill(bill: Bill): z.infer<typeof BillSummary> {
  const { ref1, ref2 } = bill;
  return {
    billId: bill.publicId,
    kind: bill.kind,
    amountSatang: bill.amountSatang,
    ref1,
    ref2,
    promptPay: promptPayBill({ billerId: BILLER_ID, ref1, ref2, amount: bill.amountSatang as Satang }),
    dueAt: bill.dueAt.toISOString(),
    ...(bill.paidAt ? { paidAt: bill.paidAt.toISOString() } : {}),
  };
}

function fromRow(row: BillRow): Bill {
  return {
    id: row.id,
    publicId: row.public_id,
    applicationId: row.application_id,
    kind: row.kind,
    amountSatang: row.amount_satang,
    ref1: row.ref1,
    ref2: row.ref2,
    dueAt: row.due_at,
    paidAt: row.paid_at ?? undefined,
  };
}

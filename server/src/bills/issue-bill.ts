import { ref1Of, ref2Of } from '@permit/domain/money/bill-refs.ts';
import type { Database } from '../database/database.ts';
import { newId, newPublicId } from '../ids.ts';
import type { Bill, BillKind } from './bill-store.ts';

const BILL_OF_CASE: Record<BillKind, number> = { 'application-fee': 1, 'permit-fee': 2 };

/** Writes a bill of a case. One of each kind: a second is refused by the database. */
export async function issueBill(
  db: Database,
  bill: { applicationId: string; applicationNo: string; kind: BillKind; amountSatang: number; dueAt: Date },
): Promise<Bill> {
  const { rows } = await db.raw<{ rows: { running: number }[] }>(`SELECT nextval('bill_running') AS running`);
  const issued = {
    id: newId(),
    publicId: newPublicId(),
    applicationId: bill.applicationId,
    kind: bill.kind,
    amountSatang: bill.amountSatang,
    ref1: ref1Of(bill.applicationNo, BILL_OF_CASE[bill.kind]),
    ref2: ref2Of(rows[0]!.running),
    dueAt: bill.dueAt,
    paidAt: undefined,
  };
  await db('bills').insert({
    id: issued.id,
    public_id: issued.publicId,
    application_id: issued.applicationId,
    kind: issued.kind,
    amount_satang: issued.amountSatang,
    ref1: issued.ref1,
    ref2: issued.ref2,
    due_at: issued.dueAt,
  });
  return issued;
}

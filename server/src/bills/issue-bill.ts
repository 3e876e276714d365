import { ref1Of, ref2Of } from '@permit/domain/money/bill-refs.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import type { Bill, BillKind } from './bill-store.ts';

const BILL_OF_CASE: Record<BillKind, number> = { 'application-fee': 1, 'permit-fee': 2 };

/** Writes a bill of a case. One of each kind: a second is refused by the database. */
export async function issueBill(
  tx: Tx,
  bill: { applicationId: string; applicationNo: string; kind: BillKind; amountSatang: number; dueAt: Date },
): Promise<Bill> {
  const [[next]] = await tx.ask(RUNNING());
  const issued = {
    id: newId(),
    publicId: newPublicId(),
    applicationId: bill.applicationId,
    kind: bill.kind,
    amountSatang: bill.amountSatang,
    ref1: ref1Of(bill.applicationNo, BILL_OF_CASE[bill.kind]),
    ref2: ref2Of(next!.running),
    dueAt: bill.dueAt,
    paidAt: undefined,
  };
  const { id, publicId, applicationId, kind, amountSatang, ref1, ref2, dueAt } = issued;
  tx.tell(ISSUE(id, publicId, applicationId, kind, amountSatang, ref1, ref2, dueAt));
  return issued;
}

const RUNNING = statement<{ running: number }>(`SELECT nextval('bill_running') AS running`);
const ISSUE = statement(
  `INSERT INTO bills (id, public_id, application_id, kind, amount_satang, ref1, ref2, due_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

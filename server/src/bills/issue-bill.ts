import type { FeeLine } from '@permit/domain/catalogue/fees.ts';
import { ref1Of, ref2Of } from '@permit/domain/money/bill-refs.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import type { Bill, BillKind, FeeOfBill } from './bill-store.ts';

const BILL_OF_CASE: Record<BillKind, number> = { 'application-fee': 1, 'permit-fee': 2 };

export interface NewBill {
  readonly applicationId: string;
  readonly applicationNo: string;
  readonly kind: BillKind;
  readonly amountSatang: number;
  readonly fees: readonly FeeOfBill[];
  readonly dueAt: Date;
  /** The running number where the caller has taken one already. */
  readonly billNo?: number;
}

/** Writes a bill of a case. One of each kind: a second is refused by the database. */
export async function issueBill(tx: Tx, bill: NewBill): Promise<Bill> {
  const issued = {
    id: newId(),
    publicId: newPublicId(),
    applicationId: bill.applicationId,
    kind: bill.kind,
    amountSatang: bill.amountSatang,
    fees: bill.fees,
    ref1: ref1Of(bill.applicationNo, BILL_OF_CASE[bill.kind]),
    ref2: bill.billNo === undefined ? await nextRef2(tx) : ref2Of(bill.billNo),
    dueAt: bill.dueAt,
    paidAt: undefined,
  };
  const { id, publicId, applicationId, kind, amountSatang, ref1, ref2, dueAt } = issued;
  const lines = JSON.stringify(issued.fees);
  tx.tell(ISSUE(id, publicId, applicationId, kind, amountSatang, lines, ref1, ref2, dueAt));
  return issued;
}

/** The next Ref 2; bills and bills of many draw from one sequence, so that no two ever share it. */
export async function nextRef2(tx: Tx): Promise<string> {
  const [[next]] = await tx.ask(RUNNING());
  return ref2Of(next!.running);
}

const RUNNING = statement<{ running: number }>(`SELECT nextval('bill_running') AS running`);
const ISSUE = statement(
  `INSERT INTO bills (id, public_id, application_id, kind, amount_satang, lines, ref1, ref2, due_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** The prices of a stage, as a bill keeps them. */
export function feesOfStage(fees: readonly FeeLine[], stage: FeeLine['stage']): FeeOfBill[] {
  return fees
    .filter((fee) => fee.stage === stage && fee.satang > 0)
    .map(({ code, satang }) => ({ code, satang }));
}

import type { BillDetail, BillRow as BillRowSchema } from '@permit/domain/contract/bill-types.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { moneyApi } from '@permit/domain/contract/money-api.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import { CASE_WAITS_FOR, caseWaitsForBill } from '@permit/domain/money/case-waits-for-bill.ts';
import type { z } from 'zod';
import { nameOf } from '../applications/application-lookup.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { billFromRow, type BillRow } from './bill-store.ts';
import { describeBill, describePause, payInCodeOf } from './describe-bill.ts';
import { receiptsOf } from './receipt-store.ts';
import { setAsideOf } from './set-aside-store.ts';

export interface BillOfCaseRow extends BillRow {
  case_public_id: string;
  case_state: ApplicationState;
  number: string | null;
  service_code: string;
  worker_person: string;
  wrapped_key: Buffer | null;
  sealed: Buffer;
}

const COLUMNS = [
  'b.*',
  'a.public_id as case_public_id',
  'a.state as case_state',
  'a.number',
  'a.service_code',
  'a.worker_person',
  'p.wrapped_key',
  'p.sealed',
];

/** Bills that the caller may see, with their case and its worker. */
export function billsOfCases(tx: Tx) {
  return tx
    .db('bills as b')
    .join('applications as a', 'a.id', 'b.application_id')
    .join('people as p', 'p.id', 'a.worker_person')
    .select<BillOfCaseRow[]>(COLUMNS);
}

/** An unpaid bill of a case that does not wait for it any more: it was withdrawn, or has ended. */
export const asksForNothing = (row: BillOfCaseRow): boolean =>
  row.paid_at === null && !caseWaitsForBill(row.kind, row.case_state);

/** A bill with its case, naming nobody. */
function describeBillOfCase(row: BillOfCaseRow): Omit<z.infer<typeof BillRowSchema>, 'workerName'> {
  return {
    ...describeBill(billFromRow(row)),
    applicationId: row.case_public_id,
    ...(row.number ? { applicationNo: row.number } : {}),
    serviceCode: row.service_code,
    ...(asksForNothing(row) ? { caseEnded: true } : {}),
  };
}

/** A row as a list over many workers shows it. */
export function describeBillRow(tx: Tx, row: BillOfCaseRow): z.infer<typeof BillRowSchema> {
  return { ...describeBillOfCase(row), workerName: nameOf(tx.deps.keys, row) };
}

// Row-level security asks of each bill whether its case is the caller's, and would do so for every bill of the country;
// the way leads from the caller's cases to their bills. It opens nothing: the policies are asked all the same.
const OWN_CASES = `SELECT own.application_id FROM case_access own WHERE own.party_id = ANY (caller_parties())`;

/** The caller's bills, newest first. Names are shown, so the reading is recorded. */
export async function listBills(
  tx: Tx,
  input: InputOf<typeof moneyApi.listBills>,
): Promise<OutputOf<typeof moneyApi.listBills>> {
  const page = pageOfBills(tx, input);
  const rows = await billsOfCases(tx).whereIn('b.id', page).orderBy('b.id', 'desc');
  const shown = rows.slice(0, input.limit);
  await recordBillsRead(tx, shown);
  const last = shown.at(-1);
  return {
    bills: shown.map((row) => describeBillRow(tx, row)),
    ...(rows.length > input.limit && last ? { next: last.public_id } : {}),
  };
}

/** True of a bill `b` whose case waits for it; for statements. */
export const CASE_WAITS = `EXISTS (SELECT FROM applications w WHERE w.id = b.application_id AND (b.kind, w.state) IN (${Object.entries(
  CASE_WAITS_FOR,
)
  .map(([kind, state]) => `('${kind}', '${state}')`)
  .join(', ')}))`;

/** Ids of one page and the first of the next, before anything of case and person is read for a bill that is not shown. */
function pageOfBills(tx: Tx, input: InputOf<typeof moneyApi.listBills>) {
  const query = tx
    .db('bills as b')
    .whereRaw(`b.application_id IN (${OWN_CASES})`)
    .orderBy('b.id', 'desc')
    .limit(input.limit + 1);
  const now = tx.deps.clock.business();
  if (input.applicationId)
    query.whereIn(
      'b.application_id',
      tx.db('applications').where('public_id', input.applicationId).select('id'),
    );
  if (input.state === 'paid') query.whereNotNull('b.paid_at');
  if (input.state === 'open') query.whereNull('b.paid_at').where('b.due_at', '>=', now).whereRaw(CASE_WAITS);
  if (input.state === 'overdue') query.whereNull('b.paid_at').where('b.due_at', '<', now);
  if (input.after) query.where('b.id', '<', tx.db('bills').where('public_id', input.after).select('id'));
  return query.select('b.id');
}

/** One row says to whom names were shown, and of which bills (promises.md I12). */
export async function recordBillsRead(tx: Tx, rows: readonly BillOfCaseRow[]): Promise<void> {
  if (rows.length === 0) return;
  const fact = { act: 'bills-listed', subjectKind: 'list', subjectId: tx.requestId, purpose: tx.caller.role };
  await recordAudit(tx, { ...fact, detail: { bills: rows.map(({ public_id }) => public_id) } });
}

/** One bill whole: how to pay it, its receipts, and what became of money that came for it; names nobody. */
export async function getBill(
  tx: Tx,
  { billId }: InputOf<typeof moneyApi.getBill>,
): Promise<z.infer<typeof BillDetail>> {
  const [row] = await billsOfCases(tx).where('b.public_id', billId);
  if (!row) throw notFound();
  const refund = await tx
    .db('refunds')
    .where('bill_id', row.id)
    .orderBy('requested_at', 'desc')
    .first<{ public_id: string; state: 'requested' | 'approved' | 'refused' | 'paid-out' } | undefined>();
  return {
    ...describeBillOfCase(row),
    payInCode: payInCodeOf(billFromRow(row)),
    bankPause: describePause(tx.deps.clock.business()),
    receipts: await receiptsOf(tx.db, row.id),
    setAside: await setAsideOf(tx.db, { bill_id: row.id }),
    ...(refund ? { refund: { refundId: refund.public_id, state: refund.state } } : {}),
  };
}

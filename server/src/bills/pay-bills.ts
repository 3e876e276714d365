import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { moneyApi } from '@permit/domain/contract/money-api.ts';
import { paymentLimitOn } from '@permit/domain/money/payment-limits.ts';
import { splitBills } from '@permit/domain/money/split-bills.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { actingParty } from '../http/acting-party.ts';
import { ApiError, notFound } from '../errors.ts';
import { describeGroup, describeWholeGroup, insertGroup, type BillGroupRow } from './bill-group-store.ts';
import { asksForNothing, billsOfCases, CASE_WAITS, type BillOfCaseRow } from './bill-lookup.ts';

/**
 * One payment for many bills: a bill of its own with references and QR, split where the limit of the day wants it.
 * A bill may stay payable alone; whatever comes first pays it, once.
 */
export async function payBills(
  tx: Tx,
  { billIds }: InputOf<typeof moneyApi.payBills>,
): Promise<OutputOf<typeof moneyApi.payBills>> {
  const rows = await billsOfCases(tx).whereIn('b.public_id', billIds).orderBy('b.due_at').orderBy('b.id');
  if (rows.length !== billIds.length) throw notFound();
  const now = tx.deps.clock.business();
  refuseUnpayable(rows, billIds, now);
  const bills = rows.map((row) => ({ billId: row.id, amountSatang: row.amount_satang, dueAt: row.due_at }));
  const parts = splitBills(bills, paymentLimitOn(bangkokDate(now)));
  await supersedeGroups(
    tx,
    bills.map(({ billId }) => billId),
  );
  const publicIds: string[] = [];
  for (const part of parts) {
    const dueAt = new Date(Math.min(...part.map((bill) => bill.dueAt.getTime())));
    const amountSatang = part.reduce((sum, bill) => sum + bill.amountSatang, 0);
    const members = part.map(({ billId }) => billId);
    publicIds.push(
      await insertGroup(tx, { partyId: actingParty(tx), billIds: members, amountSatang, dueAt }),
    );
  }
  const fact = {
    act: 'bills-grouped',
    subjectKind: 'bill-group',
    subjectId: publicIds[0]!,
    purpose: 'payment',
  };
  await recordAudit(tx, { ...fact, detail: { groups: publicIds, bills: billIds.length } });
  return describeGroups(tx, publicIds);
}

function refuseUnpayable(rows: readonly BillOfCaseRow[], billIds: readonly string[], now: Date): void {
  const fields = rows.flatMap((row) => {
    const code = unpayableBecause(row, now);
    return code ? [{ path: `billIds.${billIds.indexOf(row.public_id)}`, code }] : [];
  });
  if (fields.length > 0) throw new ApiError('refused', { detailCode: fields[0]!.code, fields });
}

function unpayableBecause(row: BillOfCaseRow, now: Date): string | undefined {
  if (row.paid_at) return 'bill-already-paid';
  if (asksForNothing(row)) return 'bill-case-ended';
  return row.due_at < now ? 'bill-overdue' : undefined;
}

/** Older groups with one of these bills give way, so that nobody is shown two codes for one bill. */
async function supersedeGroups(tx: Tx, billIds: readonly string[]): Promise<void> {
  const parties = tx.caller.partyIds;
  await asJob(tx, () =>
    tx
      .db('bill_groups')
      .whereIn('party_id', parties)
      .whereNull('superseded_at')
      .whereIn('id', tx.db('bill_group_members').whereIn('bill_id', billIds).select('group_id'))
      .update({ superseded_at: tx.db.raw('clock_timestamp()') }),
  );
}

/** Groups by their public ids, in this order; the answer of payBills and its repetition. */
export async function describeGroups(
  tx: Tx,
  publicIds: readonly string[],
): Promise<OutputOf<typeof moneyApi.payBills>> {
  const groups = [];
  for (const groupId of publicIds) groups.push(await getBillGroup(tx, { groupId }));
  return { groups };
}

/** One group whole. */
export async function getBillGroup(
  tx: Tx,
  { groupId }: InputOf<typeof moneyApi.getBillGroup>,
): Promise<OutputOf<typeof moneyApi.getBillGroup>> {
  const row = await tx.db('bill_groups').where('public_id', groupId).first<BillGroupRow | undefined>();
  if (!row) throw notFound();
  return describeWholeGroup(tx, row);
}

type CountedRow = BillGroupRow & { bills: number; paid_bills: number; ended_bills: number };

/** The caller's payments for many, newest first. */
export async function listBillGroups(tx: Tx): Promise<OutputOf<typeof moneyApi.listBillGroups>> {
  const rows = await tx
    .db('bill_groups as g')
    .join('bill_group_members as m', 'm.group_id', 'g.id')
    .join('bills as b', 'b.id', 'm.bill_id')
    .groupBy('g.id')
    .orderBy('g.id', 'desc')
    .limit(50)
    .select<CountedRow[]>(
      'g.*',
      tx.db.raw('count(*)::int AS bills, count(b.paid_at)::int AS paid_bills'),
      tx.db.raw(`(count(*) FILTER (WHERE b.paid_at IS NULL AND NOT ${CASE_WAITS}))::int AS ended_bills`),
    );
  return {
    groups: rows.map((row) =>
      describeGroup(tx, row, {
        bills: row.bills,
        paidBills: row.paid_bills,
        endedBills: row.ended_bills,
      }),
    ),
  };
}

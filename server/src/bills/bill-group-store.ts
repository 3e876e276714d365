import type { BillGroup as BillGroupSchema } from '@permit/domain/contract/bill-types.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { groupBillNumber, ref1Of } from '@permit/domain/money/bill-refs.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import { asksForNothing, billsOfCases, describeBillRow, recordBillsRead } from './bill-lookup.ts';
import { describePause, payInCodeOf, promptPayOf } from './describe-bill.ts';
import { nextRef2 } from './issue-bill.ts';
import { setAsideOf } from './set-aside-store.ts';

export interface BillGroupRow {
  id: string;
  public_id: string;
  number: string;
  party_id: string;
  amount_satang: number;
  ref1: string;
  ref2: string;
  due_at: Date;
  superseded_at: Date | null;
  created_at: Date;
}

type Group = z.infer<typeof BillGroupSchema>;

/** The group that a pair of references names, locked. */
export async function lockGroupByRefs(
  db: Database,
  ref1: string,
  ref2: string,
): Promise<BillGroupRow | undefined> {
  return db('bill_groups').where({ ref1, ref2 }).forUpdate().first<BillGroupRow | undefined>();
}

/** Internal ids of its bills. */
export async function memberIds(db: Database, groupId: string): Promise<string[]> {
  const rows = await db('bill_group_members')
    .where('group_id', groupId)
    .select<{ bill_id: string }[]>('bill_id');
  return rows.map(({ bill_id }) => bill_id);
}

/** Writes a bill of many with references of its own. */
export async function insertGroup(
  tx: Tx,
  group: {
    readonly partyId: string;
    readonly billIds: readonly string[];
    readonly amountSatang: number;
    readonly dueAt: Date;
  },
): Promise<string> {
  const { rows } = await tx.db.raw<{ rows: { running: number }[] }>(
    `SELECT nextval('group_running') AS running`,
  );
  const buddhistYear = Number(bangkokDate(tx.deps.clock.business()).slice(0, 4)) + 543;
  const number = groupBillNumber(buddhistYear, rows[0]!.running);
  const id = newId();
  const publicId = newPublicId();
  await tx.db('bill_groups').insert({
    id,
    public_id: publicId,
    number,
    party_id: group.partyId,
    created_by: tx.caller.personId,
    amount_satang: group.amountSatang,
    ref1: ref1Of(number, 1),
    ref2: await nextRef2(tx),
    due_at: group.dueAt,
  });
  await tx
    .db('bill_group_members')
    .insert(group.billIds.map((billId) => ({ group_id: id, bill_id: billId })));
  return publicId;
}

/** How far a group is. `endedBills`: unpaid, and their case does not wait for them any more. */
interface GroupCounts {
  readonly bills: number;
  readonly paidBills: number;
  readonly endedBills: number;
}

/** What a group is worth without its members: for lists. */
export function describeGroup(
  tx: Tx,
  row: BillGroupRow,
  counts: GroupCounts,
): Omit<Group, 'bills' | 'setAside'> {
  const payable = { ref1: row.ref1, ref2: row.ref2, amountSatang: row.amount_satang };
  const now = tx.deps.clock.business();
  return {
    groupId: row.public_id,
    number: row.number,
    ...payable,
    promptPay: promptPayOf(payable),
    payInCode: payInCodeOf(payable),
    dueAt: row.due_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    state: stateOf(row, counts, now),
    bankPause: describePause(now),
  };
}

function stateOf(
  row: BillGroupRow,
  { bills, paidBills, endedBills }: GroupCounts,
  now: Date,
): Group['state'] {
  if (paidBills > 0 && paidBills + endedBills === bills) return 'paid';
  if (row.superseded_at) return 'superseded';
  // Its sum is not what is owed any more: paying it would be paying for a case that was withdrawn or has ended.
  if (paidBills > 0 || endedBills > 0) return 'changed';
  return row.due_at < now ? 'overdue' : 'open';
}

/** A group whole, with the bills of its members as far as the caller may see them. */
export async function describeWholeGroup(tx: Tx, row: BillGroupRow): Promise<Group> {
  const members = await billsOfCases(tx)
    .whereIn('b.id', tx.db('bill_group_members').where('group_id', row.id).select('bill_id'))
    .orderBy('b.id');
  await recordBillsRead(tx, members);
  const counts = {
    bills: members.length,
    paidBills: members.filter(({ paid_at }) => paid_at).length,
    endedBills: members.filter(asksForNothing).length,
  };
  return {
    ...describeGroup(tx, row, counts),
    bills: members.map((member) => describeBillRow(tx, member)),
    setAside: await setAsideOf(tx.db, { group_id: row.id }),
  };
}

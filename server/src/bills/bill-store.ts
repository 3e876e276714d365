import type { Database } from '../database/database.ts';

export type BillKind = 'application-fee' | 'permit-fee';

/** One price of a bill, by the fee's code in the catalogue. */
export interface FeeOfBill {
  readonly code: string;
  readonly satang: number;
}

export interface Bill {
  readonly id: string;
  readonly publicId: string;
  readonly applicationId: string;
  readonly kind: BillKind;
  readonly amountSatang: number;
  readonly fees: readonly FeeOfBill[];
  readonly ref1: string;
  readonly ref2: string;
  readonly dueAt: Date;
  readonly paidAt: Date | undefined;
}

export interface BillRow {
  id: string;
  public_id: string;
  application_id: string;
  kind: BillKind;
  amount_satang: number;
  lines: FeeOfBill[];
  ref1: string;
  ref2: string;
  due_at: Date;
  paid_at: Date | null;
}

/** The bill that a pair of references names, locked. */
export async function lockBillByRefs(db: Database, ref1: string, ref2: string): Promise<Bill | undefined> {
  const row = await db('bills').where({ ref1, ref2 }).forUpdate().first<BillRow | undefined>();
  return row && billFromRow(row);
}

/** Bills by internal id, locked in the order of their ids, so that two payments of many never wait in a ring. */
export async function lockBills(db: Database, ids: readonly string[]): Promise<Bill[]> {
  const rows = await db('bills').whereIn('id', ids).orderBy('id').forUpdate().select<BillRow[]>();
  return rows.map(billFromRow);
}

/** Bills of one case, oldest first. */
export async function billsOf(db: Database, applicationId: string): Promise<Bill[]> {
  const rows = await db('bills')
    .where('application_id', applicationId)
    .orderBy('created_at')
    .select<BillRow[]>();
  return rows.map(billFromRow);
}

/** A bill with one price has no lines of its own: the price is its kind. */
export function billFromRow(row: BillRow): Bill {
  const code = row.kind === 'permit-fee' ? 'permit' : 'application';
  return {
    id: row.id,
    publicId: row.public_id,
    applicationId: row.application_id,
    kind: row.kind,
    amountSatang: row.amount_satang,
    fees: row.lines.length > 0 ? row.lines : [{ code, satang: row.amount_satang }],
    ref1: row.ref1,
    ref2: row.ref2,
    dueAt: row.due_at,
    paidAt: row.paid_at ?? undefined,
  };
}

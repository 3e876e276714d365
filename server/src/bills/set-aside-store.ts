import type { SetAsideOfBill } from '@permit/domain/contract/bill-types.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';

/** Money that came for a bill or a group of bills and waits for a person, oldest first. */
export async function setAsideOf(
  db: Database,
  whose: { readonly bill_id: string } | { readonly group_id: string },
): Promise<z.infer<typeof SetAsideOfBill>[]> {
  const rows = await db('set_aside_money')
    .where(whose)
    .orderBy('found_at')
    .select<{ amount_satang: number; problem: string; found_at: Date; settled_as: string | null }[]>();
  return rows.map((row) => ({
    amountSatang: row.amount_satang,
    problem: row.problem,
    at: row.found_at.toISOString(),
    ...(row.settled_as ? { settledAs: row.settled_as } : {}),
  }));
}

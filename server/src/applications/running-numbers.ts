import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';

/** A case's running number and the number of its first bill. */
export interface RunningNumbers {
  readonly application: number;
  readonly bill: number;
}

/** How many are taken at once; what a process has left when it ends stays a gap. */
const BLOCK = 32;
const TAKE = statement<RunningNumbers>(
  `SELECT nextval('application_running') AS application, nextval('bill_running') AS bill
   FROM generate_series(1, ${BLOCK})`,
);

// PostgreSQL hands each number out once; only who gets which is decided here.
const TAKEN = new WeakMap<Database, RunningNumbers[]>();

/**
 * The next running numbers of a case and of its bill. Taken in blocks, because a number by itself would cost a round
 * trip; both may have gaps, and numbers of two processes run side by side.
 */
export async function takeRunningNumbers(tx: Tx): Promise<RunningNumbers> {
  const { db } = tx.deps;
  const taken = TAKEN.get(db) ?? [];
  TAKEN.set(db, taken);
  const waiting = taken.shift();
  if (waiting) return waiting;
  const [[first, ...others]] = await tx.ask(TAKE());
  taken.push(...others);
  return first!;
}

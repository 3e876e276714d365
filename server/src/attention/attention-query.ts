import type { Database } from '../database/database.ts';
import type { Tx } from '../database/transaction.ts';

/** A row of any kind, in one shape; `since` and `due` are instants. */
export interface AttentionRow {
  subject: string;
  number: string | null;
  state: string;
  since: Date;
  due: Date | null;
}

export type Rows = ReturnType<Database['queryBuilder']>;
export type AttentionQuery = (tx: Tx) => Rows;

/** The columns of a row, each from its SQL. */
export const columns = (tx: Tx, part: Record<keyof AttentionRow, string>) =>
  Object.entries(part).map(([name, sql]) => tx.db.raw(`${sql} AS "${name}"`));

/** A supervisor sees what lies at their own centres; everybody else who is shown the kind sees all. */
export const ofCentre = (tx: Tx, query: Rows, column: string) =>
  tx.caller.role === 'centre-supervisor' ? query.whereIn(column, [...tx.caller.partyIds]) : query;

/** The instant so many seconds of business time ago. */
export const before = (tx: Tx, seconds: number) =>
  new Date(tx.deps.clock.business().getTime() - seconds * 1000);

/** The instant so many seconds of real time ago: what machines do has no business day. */
export const beforeNow = (tx: Tx, seconds: number) =>
  new Date(tx.deps.clock.now().getTime() - seconds * 1000);

import type { Tx } from '../database/transaction.ts';
import type { DoneRow } from './bulk-run-store.ts';

/** How one kind of run does its rows. */
export interface BulkWork {
  /** Rows of one step; a step is one transaction. */
  readonly rowsAtOnce: number;
  /** Prepares rows outside of any transaction (reading files, decoding) and answers how to do each. */
  prepare(from: number, to: number): Promise<readonly PreparedRow[]>;
  /** Told when all rows are done: what concerns no single row. */
  notes(): readonly { readonly code: string; readonly text: string }[];
  close(): void;
}

export interface PreparedRow {
  readonly rowNo: number;
  /** Runs as the filer, in a savepoint of its own. */
  do(tx: Tx): Promise<Omit<DoneRow, 'rowNo'>>;
}

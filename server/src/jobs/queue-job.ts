import type { Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import type { JobKind } from './job-kinds.ts';

/**
 * Writes a job row in the action's own transaction and rings after the commit. `onceKey` makes a second request
 * for the same work a no-op for ever.
 */
export async function queueJob(
  tx: Tx,
  kind: JobKind,
  subject: Record<string, string>,
  onceKey?: string,
): Promise<void> {
  const row = { id: newId(), kind, subject: JSON.stringify(subject), once_key: onceKey ?? null };
  const insert = tx.db('jobs').insert(row);
  // ON CONFLICT wants to read the row that is there, which only the job class may.
  await (onceKey ? tx.db.raw(`${insert.toQuery()} ON CONFLICT DO NOTHING`) : insert);
  tx.ring(kind);
}

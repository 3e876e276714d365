import type { Tx } from '../database/transaction.ts';
import { statement } from '../database/statement.ts';
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
  tx.tell((onceKey ? QUEUE_ONCE : QUEUE)(newId(), kind, JSON.stringify(subject), onceKey));
  tx.ring(kind);
}

const QUEUE = statement(`INSERT INTO jobs (id, kind, subject, once_key) VALUES ($1, $2, $3, $4)`);
// Without a named constraint: ON CONFLICT (once_key) wants to read the row that is there, which only the job class may.
const QUEUE_ONCE = statement(
  `INSERT INTO jobs (id, kind, subject, once_key) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
);

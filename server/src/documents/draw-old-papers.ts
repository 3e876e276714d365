import { statement } from '../database/statement.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { queueJob } from '../jobs/queue-job.ts';

/** A few at a turn: who files now goes first. */
const AT_ONCE = 3;
const onceKey = (documentId: string): string => `draw-paper:${documentId}`;

// A paper whose job failed for good waits for a person, who can have it tried again; it is not queued a second time.
const UNDRAWN = statement<{ id: string }>(
  `SELECT d.id FROM documents d WHERE d.mime = 'application/pdf' AND d.original_sha256 IS NULL
     AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.once_key = 'draw-paper:' || d.id)
   ORDER BY d.added_at LIMIT $1::int`,
);

/** Queues a job for each of a few PDFs that were filed before pages were drawn; answers how many. */
export async function drawOldPapers(deps: Deps): Promise<number> {
  return inTransaction(deps, SYSTEM, 'draw-old-papers', async (tx) => {
    const [papers] = await tx.ask(UNDRAWN(AT_ONCE));
    for (const { id } of papers) await queueJob(tx, 'draw-paper', { documentId: id }, onceKey(id));
    return papers.length;
  });
}

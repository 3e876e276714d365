import { inTransaction } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { recordInfection } from '../documents/file-body.ts';
import { sentAs, type Examined } from '../documents/intake/examined.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import type { BulkRun } from './bulk-run-store.ts';
import { callerOfRun } from './caller-of-run.ts';

/**
 * Examines a file of a run in the turn of its filer. A virus is recorded at once, as the filer's act in this run, and in
 * a transaction of its own: what becomes of the row later takes nothing of it back.
 */
export async function examineForRun(
  deps: Deps,
  run: BulkRun,
  intake: IntakePool,
  file: { readonly bytes: Uint8Array; readonly kind: string },
): Promise<Examined> {
  // A run has one step under way; it waits in its filer's line and is never told to come again.
  const turn = { of: run.partyId, atMost: Number.POSITIVE_INFINITY };
  const examined = await intake.examine(file.bytes, sentAs(file.kind), turn);
  if (!examined.ok && examined.reason === 'infected')
    await inTransaction(deps, callerOfRun(run), `bulk-run:${run.id}`, (tx) =>
      recordInfection(tx, file.bytes, examined, { run: run.publicId }),
    );
  return examined;
}

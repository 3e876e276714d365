import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import type { Application } from './application-store.ts';
import { indexRows, workerRecordOf } from './worker-record.ts';

/** Makes the worker findable by the passport number and name of this draft; earlier values stay findable too. */
export async function indexWorker(tx: Tx, application: Application, draft: ApplicationDraft): Promise<void> {
  const rows = indexRows(tx.deps.keys, application.workerPerson, workerRecordOf(draft));
  if (rows.length > 0) await asJob(tx, () => tx.db('person_index').insert(rows).onConflict().ignore());
}

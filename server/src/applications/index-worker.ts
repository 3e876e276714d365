import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { statement } from '../database/statement.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import type { Application } from './application-store.ts';
import { indexRows, workerRecordOf } from './worker-record.ts';

/** Makes the worker findable by the passport number and name of this draft; earlier values stay findable too. */
export async function indexWorker(tx: Tx, application: Application, draft: ApplicationDraft): Promise<void> {
  const rows = indexRows(tx.deps.keys, application.workerPerson, workerRecordOf(draft));
  await asJob(tx, async () => {
    for (const { kind, value, person_id } of rows) tx.tell(INDEX(kind, value, person_id));
  });
}

const INDEX = statement(
  `INSERT INTO person_index (kind, value, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
);

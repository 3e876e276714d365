import { bulkApi } from '@permit/domain/contract/bulk-api.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { RememberedIds } from '../http/idempotency.ts';
import type { Registrar } from '../http/route.ts';
import { answerMany } from './answer-many.ts';
import { downloadBulkReport } from './bulk-report.ts';
import { getBulkRun, listBulkRows, listBulkRuns } from './bulk-lookup.ts';
import { findRun } from './bulk-run-store.ts';
import { importWorkers } from './import-workers.ts';
import { submitMany } from './submit-many.ts';

/** The first answer of a run again: it is still the same run. */
const replay = {
  ids: ({ runId }: { runId: string }): RememberedIds => ({ runId }),
  async rebuild(tx: Tx, ids: RememberedIds): Promise<{ runId: string; rowsTotal: number }> {
    const run = await findRun(tx.db, { public_id: String(ids['runId']) });
    if (!run) throw notFound();
    return { runId: run.publicId, rowsTotal: run.rowsTotal };
  },
};

/** Work on many workers and cases at once. */
export function registerBulkRoutes({ route }: Registrar): void {
  route(bulkApi.importWorkers, importWorkers, { replay });
  route(bulkApi.submitMany, submitMany, { replay });
  route(bulkApi.answerMany, answerMany, { replay });
  route(bulkApi.listBulkRuns, listBulkRuns);
  route(bulkApi.getBulkRun, getBulkRun);
  route(bulkApi.listBulkRows, listBulkRows);
  route(bulkApi.downloadBulkReport, downloadBulkReport);
}

import type { Tx } from '../database/transaction.ts';
import { asJob, inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import { JOB_KINDS, PermanentJobFault } from '../jobs/job-kinds.ts';
import { keepLease, type LeasedJob } from '../jobs/job-store.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { letUploadGo } from '../uploads/upload-store.ts';
import { openJson, personKey, sealJson } from '../vault/person-vault.ts';
import { answerWork, type AnswerAsked } from './answer-many.ts';
import { findRun, keepRows, type BulkRun, type DoneRow } from './bulk-run-store.ts';
import { callerOfRun } from './caller-of-run.ts';
import type { BulkWork, PreparedRow } from './bulk-work.ts';
import { importWork } from './import-work.ts';
import type { ImportAsked } from './import-workers.ts';
import { submitWork, type SubmitAsked } from './submit-many.ts';

/**
 * Works off a run step by step. Each step is one transaction that also extends the lease and counts the rows, so that
 * a worker that is killed leaves whole steps behind and the next one goes on where the last one ended.
 */
export function bulkRunJob(intake: IntakePool): JobHandler {
  return async (deps, job) => {
    const run = await inTransaction(deps, SYSTEM, `job:${job.id}`, ({ db }) =>
      findRun(db, { id: job.subject['runId']! }),
    );
    if (!run) throw new PermanentJobFault('no such run');
    if (run.finishedAt) return async () => undefined;
    const work = await openWork(deps, run, intake).catch(refusalOf);
    if (typeof work === 'string') return (tx) => finish(tx, run, [], work);
    try {
      for (let done = run.rowsDone; done < run.rowsTotal; done += work.rowsAtOnce)
        await step(deps, job, { run, work, from: done, to: Math.min(done + work.rowsAtOnce, run.rowsTotal) });
      return (tx) => finish(tx, run, work.notes());
    } finally {
      work.close();
    }
  };
}

/** What no retry can mend ends the run with its reason, so that the filer is not left waiting. */
function refusalOf(error: unknown): string {
  if (error instanceof ApiError) return error.detailCode ?? error.code;
  if (error instanceof PermanentJobFault) return 'could-not-be-done';
  throw error;
}

async function openWork(deps: Deps, run: BulkRun, intake: IntakePool): Promise<BulkWork> {
  if (!run.wrappedKey || !run.sealed) throw new PermanentJobFault('what the run was asked is gone');
  const key = personKey(deps.keys, run.id, run.wrappedKey);
  const asked = <T>() => openJson<T>(key, 'bulk-run', run.sealed!);
  const open: Record<BulkRun['kind'], () => Promise<BulkWork>> = {
    'import-workers': () => importWork(deps, run, asked<ImportAsked>(), intake),
    submit: () => submitWork(asked<SubmitAsked>()),
    answer: () => answerWork(deps, run, asked<AnswerAsked>(), intake),
  };
  return open[run.kind]();
}

interface Step {
  readonly run: BulkRun;
  readonly work: BulkWork;
  readonly from: number;
  readonly to: number;
}

async function step(deps: Deps, job: LeasedJob, { run, work, from, to }: Step): Promise<void> {
  const prepared = await work.prepare(from, to);
  await inTransaction(deps, callerOfRun(run), `job:${job.id}`, async (tx) => {
    await asJob(tx, () => keepLease(tx.db, job, JOB_KINDS['bulk-run'].leaseSeconds));
    // Two runs of one filer at once could both think that a worker is new.
    await tx.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 1))', [run.partyId]);
    const rows: DoneRow[] = [];
    for (const row of prepared) rows.push({ rowNo: row.rowNo, ...(await doRow(tx, row)) });
    await asJob(tx, () => keepRows(tx.db, run, rows, to));
  });
}

/** A row that the rules refuse leaves nothing behind and does not stop the others. */
async function doRow(tx: Tx, row: PreparedRow): Promise<Omit<DoneRow, 'rowNo'>> {
  try {
    return await tx.attempt(() => row.do(tx));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const code = error.detailCode ?? error.code;
    const fields = error.fields.map(({ path, code: why }) => ({
      column: path,
      code: why,
      severity: 'refused' as const,
    }));
    return { outcome: 'refused', faults: [{ column: '', code, severity: 'refused' }, ...fields] };
  }
}

async function finish(
  tx: Tx,
  run: BulkRun,
  notes: readonly { code: string; text: string }[],
  problem?: string,
): Promise<void> {
  const kept =
    notes.length > 0 && run.wrappedKey ? personKey(tx.deps.keys, run.id, run.wrappedKey) : undefined;
  await tx
    .db('bulk_runs')
    .where('id', run.id)
    .update({
      finished_at: tx.db.fn.now(),
      sealed: null,
      problem: problem ?? null,
      ...(kept ? { notes_sealed: sealJson(kept, 'bulk-run', notes) } : { wrapped_key: null }),
    });
  for (const upload of [run.sheetUpload, run.filesUpload]) if (upload) await letUploadGo(tx.db, upload);
}

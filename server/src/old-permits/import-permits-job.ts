import { readOldPermit } from '@permit/domain/bulk/read-old-permit.ts';
import { statement } from '../database/statement.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { JOB_KINDS, PermanentJobFault } from '../jobs/job-kinds.ts';
import { keepLease, type LeasedJob } from '../jobs/job-store.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { readUpload } from '../uploads/upload-reader.ts';
import { letUploadGo, uploadById } from '../uploads/upload-store.ts';
import { keepStep, sealStep, type ReadLine } from './keep-lines.ts';
import { findPermitImport, type PermitImport } from './permit-import-store.ts';
import { openRegister, type RegisterFile } from './register-lines.ts';

const LINES_AT_ONCE = 1_000;

/**
 * Works off an old register. A step is one transaction that also extends the lease and says how far the import is; a
 * worker that is killed leaves whole steps behind, and the next one reads the file again and goes on after them.
 */
export function importPermitsJob(linesAtOnce = LINES_AT_ONCE): JobHandler {
  return async (deps, job) => {
    const { one, reader } = await inTransaction(deps, SYSTEM, `job:${job.id}`, async ({ db }) => {
      const found = await findPermitImport(db, { id: job.subject['importId']! });
      if (!found) throw new PermanentJobFault('no such import');
      const upload = found.uploadId ? await uploadById(db, found.uploadId) : undefined;
      return { one: found, reader: upload && (await readUpload(deps, db, upload)) };
    });
    if (one.finishedAt) return async () => undefined;
    if (!reader) return (tx) => finish(tx, one, { problem: 'could-not-be-done' });
    const file = openRegister(reader, one.encoding);
    try {
      await workOff(deps, job, one, { file, linesAtOnce });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const problem = error.detailCode ?? error.code;
      return (tx) => finish(tx, one, { problem });
    }
    const hash = file.hash();
    return (tx) => finish(tx, one, { hash });
  };
}

/** The next step is read and sealed while PostgreSQL writes the one before; never more than two are in memory. */
async function workOff(
  deps: Deps,
  job: LeasedJob,
  one: PermitImport,
  { file, linesAtOnce }: { readonly file: RegisterFile; readonly linesAtOnce: number },
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  for await (const batch of file.batches(linesAtOnce, one.lineDone)) {
    const lines = batch.map(({ line, cells }): ReadLine => ({
      line,
      ...readOldPermit(file.columns(), cells),
    }));
    const step = sealStep(deps.keys, one.id, lines);
    const at = { line: batch.at(-1)!.line, bytes: file.bytesRead() };
    await writing;
    writing = inTransaction(deps, SYSTEM, `job:${job.id}`, async (tx) => {
      await keepLease(tx.db, job, JOB_KINDS['import-permits'].leaseSeconds);
      // Two imports at once could both think that their line is the first of its number.
      tx.tell(LOCK());
      await keepStep(tx, one.id, step, at);
    });
    // Awaited at the next turn; a fault in between must not end the process.
    writing.catch(() => undefined);
  }
  await writing;
}

const LOCK = statement(`SELECT pg_advisory_xact_lock(hashtextextended('old-permits', 1))`);

async function finish(
  tx: Tx,
  one: PermitImport,
  { hash, problem }: { hash?: Buffer; problem?: string },
): Promise<void> {
  await tx
    .db('old_permit_imports')
    .where('id', one.id)
    .update({
      finished_at: tx.db.fn.now(),
      file_sha256: hash ?? null,
      problem: problem ?? null,
      ...(hash ? { bytes_done: one.bytes } : {}),
    });
  if (one.uploadId) await letUploadGo(tx.db, one.uploadId);
  const fact = { act: 'old-permits-import-ended', subjectKind: 'old-permit-import', subjectId: one.publicId };
  await recordAudit(tx, { ...fact, purpose: 'register', detail: problem ? { problem } : {} });
}

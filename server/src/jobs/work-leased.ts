import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { JOB_KINDS, pauseSeconds, PermanentJobFault } from './job-kinds.ts';
import { finishJob, postponeJob, type LeasedJob } from './job-store.ts';

/** Does the work of one job; what it returns is written in the transaction that also ends the job. */
export type JobHandler = (deps: Deps, job: LeasedJob) => Promise<(tx: Tx) => Promise<void>>;

/** Does one job that is leased; a fault puts it back or before a person. */
export async function workLeased(deps: Deps, job: LeasedJob, handler: JobHandler): Promise<void> {
  const { maxAttempts } = JOB_KINDS[job.kind];
  if (job.attempts > maxAttempts) {
    // It took its worker with it each time: nobody was left to count.
    await giveBack(deps, job, new PermanentJobFault('worker ended at every attempt'), maxAttempts);
    return;
  }
  try {
    const effect = await handler(deps, job);
    await inTransaction(deps, SYSTEM, `job:${job.id}`, async (tx) => {
      await effect(tx);
      if (!(await finishJob(tx.db, job))) throw new Error('lease lost');
    });
  } catch (error) {
    await giveBack(deps, job, error as Error, maxAttempts);
  }
}

async function giveBack(deps: Deps, job: LeasedJob, error: Error, maxAttempts: number): Promise<void> {
  const hopeless = error instanceof PermanentJobFault || job.attempts >= maxAttempts;
  const retryInSeconds = hopeless ? 'never' : pauseSeconds(job.kind, job.attempts);
  const facts = { jobId: job.id, kind: job.kind, attempt: job.attempts, err: error.message };
  if (hopeless) deps.log.error(facts, 'job failed for good; a person must look');
  else deps.log.warn(facts, 'job will be tried again');
  await inTransaction(deps, SYSTEM, `job:${job.id}`, (tx) =>
    postponeJob(tx.db, job, error.message, retryInSeconds),
  );
}

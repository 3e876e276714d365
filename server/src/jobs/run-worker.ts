import type { Deps } from '../deps.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import { JOB_KINDS, pauseSeconds, PermanentJobFault, type JobKind } from './job-kinds.ts';
import { finishJob, leaseJob, postponeJob, type LeasedJob } from './job-store.ts';

/** Does the work of one job; what it returns is written in the transaction that also ends the job. */
export type JobHandler = (deps: Deps, job: LeasedJob) => Promise<(tx: Tx) => Promise<void>>;

const POLL_MS = 2_000;

/**
 * Works off one kind of job until stopped: woken by the bell, and by a poll in case a ring was lost.
 * The handler prepares outside of any transaction; its effect and the end of the job commit together, and only
 * under the lease number that it was taken with.
 */
export async function runWorker(
  deps: Deps,
  kind: JobKind,
  handler: JobHandler,
): Promise<() => Promise<void>> {
  let stopped = false;
  let wake: () => void = () => undefined;
  const unlisten = await deps.bell.listen(kind, () => wake());
  const loop = (async () => {
    while (!stopped) {
      const worked = await workOnce(deps, kind, handler).catch((err: Error) => {
        deps.log.warn({ err: err.message, kind }, 'worker could not reach its queue');
        return false;
      });
      if (!worked && !stopped) await sleepUntil(POLL_MS, (wakeUp) => (wake = wakeUp));
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await unlisten();
    await loop;
  };
}

/** Takes and does one job; false where there was none. */
export async function workOnce(deps: Deps, kind: JobKind, handler: JobHandler): Promise<boolean> {
  const { leaseSeconds, maxAttempts } = JOB_KINDS[kind];
  const job = await inTransaction(deps, SYSTEM, `job:${kind}`, (tx) => leaseJob(tx.db, kind, leaseSeconds));
  if (!job) return false;
  if (job.attempts > maxAttempts) {
    // It took its worker with it each time: nobody was left to count.
    await giveBack(deps, job, new PermanentJobFault('worker ended at every attempt'), maxAttempts);
    return true;
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
  return true;
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

function sleepUntil(ms: number, onWake: (wakeUp: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    onWake(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

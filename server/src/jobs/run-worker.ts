import type { Deps } from '../deps.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import { JOB_KINDS, togetherOf, type JobKind } from './job-kinds.ts';
import { leaseJob } from './job-store.ts';
import { workBatch } from './work-batch.ts';
import { workLeased, type JobHandler } from './work-leased.ts';

/** Features hand in a handler to the worker that they start. */
export type { JobHandler } from './work-leased.ts';

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
      const worked = await workSome(deps, kind, handler).catch((err: Error) => {
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

/** One job, or as many small ones as the kind commits together. */
async function workSome(deps: Deps, kind: JobKind, handler: JobHandler): Promise<boolean> {
  const most = togetherOf(kind);
  return most > 1 ? (await workBatch(deps, { kind, most, handler })) > 0 : workOnce(deps, kind, handler);
}

/** Takes and does one job; false where there was none. */
export async function workOnce(deps: Deps, kind: JobKind, handler: JobHandler): Promise<boolean> {
  const { leaseSeconds } = JOB_KINDS[kind];
  const job = await inTransaction(deps, SYSTEM, `job:${kind}`, (tx) => leaseJob(tx.db, kind, leaseSeconds));
  if (!job) return false;
  await workLeased(deps, job, handler);
  return true;
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

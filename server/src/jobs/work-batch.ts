import { inTransaction, setReason, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { JOB_KINDS, type JobKind } from './job-kinds.ts';
import { finishJobs, leaseJobs, type LeasedJob } from './job-store.ts';
import { workLeased, type JobHandler } from './work-leased.ts';

/**
 * Takes and does up to `most` jobs of one kind: one lease for all, one commit for all effects together with the end of
 * their jobs, each under its own lease number. Where one of them fails or its lease was lost nothing is kept, and each is
 * then done by itself. For kinds whose effect is small; a print state is never committed with another.
 * Answers how many were taken.
 */
export async function workBatch(
  deps: Deps,
  { kind, most, handler }: { readonly kind: JobKind; readonly most: number; readonly handler: JobHandler },
): Promise<number> {
  const { leaseSeconds, maxAttempts } = JOB_KINDS[kind];
  const jobs = await inTransaction(deps, SYSTEM, `job:${kind}`, (tx) =>
    leaseJobs(tx.db, { kind, leaseSeconds, most }),
  );
  const isTogether =
    jobs.every(({ attempts }) => attempts <= maxAttempts) && (await doTogether(deps, jobs, handler));
  if (!isTogether) for (const job of jobs) await workLeased(deps, job, handler);
  return jobs.length;
}

async function doTogether(deps: Deps, jobs: readonly LeasedJob[], handler: JobHandler): Promise<boolean> {
  try {
    const effects: ((tx: Tx) => Promise<void>)[] = [];
    for (const job of jobs) effects.push(await handler(deps, job));
    await inTransaction(deps, SYSTEM, `jobs:${jobs[0]?.kind ?? ''}`, async (tx) => {
      for (const effect of effects) {
        // The reason that one effect gave to the histories is not that of the next.
        await setReason(tx, '');
        await effect(tx);
      }
      if ((await finishJobs(tx.db, jobs)) !== jobs.length) throw new Error('lease lost');
    });
    return true;
  } catch (err) {
    deps.log.debug({ err: (err as Error).message, jobs: jobs.length }, 'jobs are done one by one');
    return false;
  }
}

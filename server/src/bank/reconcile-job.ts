import { bangkokDate, bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { addDays, calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { queueJob } from '../jobs/queue-job.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { reconcileDay } from './reconcile-day.ts';

/** After the banks' pause, and after a while in which late reports still come. */
const NOT_BEFORE = '00:30';

/** Queues yesterday's reconciliation, once for ever; nothing before half past midnight or without a bank. */
export async function queueReconciliation(deps: Deps): Promise<void> {
  const now = deps.clock.business();
  if (!deps.config.BANK_URL || bangkokTime(now) < NOT_BEFORE) return;
  const day = addDays(bangkokDate(now), -1);
  await inTransaction(deps, SYSTEM, 'reconciliation', async (tx) => {
    const queued = await tx.db('jobs').where('once_key', `reconcile:${day}`).first('id');
    if (!queued) await queueJob(tx, 'reconcile-day', { day }, `reconcile:${day}`);
  });
}

/** The night's work; a bank that cannot be reached is asked again later. */
export const reconcileDayJob: JobHandler = async (deps, job) => {
  const day = job.subject['day'];
  if (!day) throw new PermanentJobFault('no day');
  await reconcileDay(deps, calendarDate(day));
  return async () => undefined;
};

import { bangkokDate, bangkokTime } from '@permit/domain/calendar/bangkok-time.ts';
import { addDays, calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { queueJob } from '../jobs/queue-job.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { reconcileDay } from './reconcile-day.ts';

/** After the banks' pause, and after a while in which late reports still come. */
const NOT_BEFORE = '00:30';

/** Nights without a worker that are made up for; a longer gap is for a person, who can reconcile any day. */
const MOST_DAYS_BACK = 31;

/**
 * Queues yesterday's reconciliation, and that of every day since the last one that was queued: a night on which no
 * worker ran is made up for. Each day once for ever; nothing before half past midnight or without a bank.
 */
export async function queueReconciliation(deps: Deps): Promise<void> {
  const now = deps.clock.business();
  if (!deps.config.BANK_URL || bangkokTime(now) < NOT_BEFORE) return;
  const yesterday = addDays(bangkokDate(now), -1);
  await inTransaction(deps, SYSTEM, 'reconciliation', async (tx) => {
    const from = dayAfter(await lastQueued(tx)) ?? yesterday;
    const oldest = addDays(yesterday, 1 - MOST_DAYS_BACK);
    for (let day = from > oldest ? from : oldest; day <= yesterday; day = addDays(day, 1))
      await queueJob(tx, 'reconcile-day', { day }, `reconcile:${day}`);
  });
}

/** The newest day that a night queued; jobs that are done stay in their table. */
async function lastQueued(tx: Tx): Promise<string | null> {
  const row = await tx
    .db('jobs')
    .where('kind', 'reconcile-day')
    .first<{ day: string | null }>(tx.db.raw(`max(subject ->> 'day') AS day`));
  return row.day;
}

const dayAfter = (day: string | null) => (day === null ? undefined : addDays(calendarDate(day), 1));

/** The night's work; a bank that cannot be reached is asked again later. */
export const reconcileDayJob: JobHandler = async (deps, job) => {
  const day = job.subject['day'];
  if (!day) throw new PermanentJobFault('no day');
  await reconcileDay(deps, calendarDate(day));
  return async () => undefined;
};

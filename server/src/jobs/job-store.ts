import type { Database } from '../database/database.ts';
import type { JobKind } from './job-kinds.ts';

export interface LeasedJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly subject: Record<string, string>;
  readonly attempts: number;
  readonly leaseNo: number;
}

/** Takes the next due job of a kind with a new lease number, or one whose lease has run out; undefined when there is none. */
export async function leaseJob(
  db: Database,
  kind: JobKind,
  leaseSeconds: number,
): Promise<LeasedJob | undefined> {
  return (await leaseJobs(db, { kind, leaseSeconds, most: 1 }))[0];
}

interface LeasedRow {
  readonly id: string;
  readonly subject: Record<string, string>;
  readonly attempts: number;
  readonly lease_no: number;
}

/** The same for so many at once, oldest first. SKIP LOCKED lets any number of workers ask at the same time. */
export async function leaseJobs(
  db: Database,
  { kind, leaseSeconds, most }: { kind: JobKind; leaseSeconds: number; most: number },
): Promise<LeasedJob[]> {
  const { rows } = await db.raw<{ rows: LeasedRow[] }>(
    `UPDATE jobs SET state = 'leased', attempts = attempts + 1, lease_no = lease_no + 1,
            lease_until = now() + make_interval(secs => ?)
     WHERE id = ANY (ARRAY(SELECT id FROM jobs WHERE kind = ?
                   AND ((state = 'due' AND run_at <= now()) OR (state = 'leased' AND lease_until < now()))
                 ORDER BY run_at FOR UPDATE SKIP LOCKED LIMIT ?))
     RETURNING id, subject, attempts, lease_no`,
    [leaseSeconds, kind, most],
  );
  return rows.map(({ id, subject, attempts, lease_no: leaseNo }) => ({
    id,
    kind,
    subject,
    attempts,
    leaseNo,
  }));
}

/** Ends jobs under their leases in one statement; answers how many still had theirs. The caller rolls back where one had not. */
export async function finishJobs(db: Database, jobs: readonly LeasedJob[]): Promise<number> {
  const { rowCount } = await db.raw<{ rowCount: number }>(
    `UPDATE jobs j SET state = 'done', finished_at = now(), last_problem = NULL
     FROM unnest(?::uuid[], ?::bigint[]) AS held (id, lease_no)
     WHERE j.id = held.id AND j.lease_no = held.lease_no AND j.state = 'leased'`,
    [jobs.map(({ id }) => id), jobs.map(({ leaseNo }) => leaseNo)],
  );
  return rowCount;
}

/**
 * Ends a job under its lease. False where the lease was lost: the caller's transaction must then be rolled back,
 * so that a frozen worker that wakes up changes nothing.
 */
export async function finishJob(db: Database, job: LeasedJob): Promise<boolean> {
  const changed = await db('jobs')
    .where({ id: job.id, lease_no: job.leaseNo, state: 'leased' })
    .update({ state: 'done', finished_at: db.fn.now(), last_problem: null });
  return changed === 1;
}

/**
 * Extends the lease of long work by one step, in the transaction of that step: where the lease was lost this throws,
 * and the step is rolled back with it.
 */
export async function keepLease(db: Database, job: LeasedJob, leaseSeconds: number): Promise<void> {
  const changed = await db('jobs')
    .where({ id: job.id, lease_no: job.leaseNo, state: 'leased' })
    .update({ lease_until: db.raw('now() + make_interval(secs => ?)', [leaseSeconds]) });
  if (changed !== 1) throw new Error('lease lost');
}

/** Puts a job back for later, or before a person when its attempts are used up. */
export async function postponeJob(
  db: Database,
  job: LeasedJob,
  problem: string,
  retryInSeconds: number | 'never',
): Promise<void> {
  const state = retryInSeconds === 'never' ? 'failed' : 'due';
  const delay = retryInSeconds === 'never' ? 0 : retryInSeconds;
  await db('jobs')
    .where({ id: job.id, lease_no: job.leaseNo, state: 'leased' })
    .update({
      state,
      last_problem: problem.slice(0, 500),
      run_at: db.raw('now() + make_interval(secs => ?)', [delay]),
      finished_at: state === 'failed' ? db.fn.now() : null,
    });
}

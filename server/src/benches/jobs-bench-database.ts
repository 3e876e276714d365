import { migrate } from '../database/migrate.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { newId } from '../ids.ts';
import { workBatch } from '../jobs/work-batch.ts';
import type { JobHandler } from '../jobs/work-leased.ts';
import { benchDeps, LOGIN } from './bench-deps.ts';

/** A kind of the product stands for all: what its handler does is the bench's. */
const KIND = 'issue-permit';
const WORKERS = 2;
const BATCH = 64;

export interface JobsBench {
  /** Queues so many with this many clients while workers work; answers jobs a second, or throws where one was not done exactly once. */
  run(count: number, clients: number): Promise<number>;
  close(): Promise<void>;
}

export async function openJobsBench(ownerUrl: string, folder: string): Promise<JobsBench> {
  const appUrl = Object.assign(new URL(ownerUrl), LOGIN).href;
  await migrate(ownerUrl, appUrl);
  const deps = benchDeps(appUrl, folder);
  const owner = benchDeps(ownerUrl, folder);
  await owner.db.raw(
    'CREATE TABLE bench_effects (id uuid PRIMARY KEY, times integer NOT NULL DEFAULT 0); GRANT SELECT, INSERT, UPDATE ON bench_effects TO permit_job',
  );
  return {
    async run(count, clients) {
      await owner.db.raw('TRUNCATE bench_effects');
      await owner.db('jobs').del();
      const ids = Array.from({ length: count }, () => newId());
      await owner.db.raw('INSERT INTO bench_effects (id) SELECT unnest(?::uuid[])', [ids]);
      const startedAt = performance.now();
      await Promise.all([
        enqueue(owner, ids, clients),
        ...Array.from({ length: WORKERS }, () => work(deps, count)),
      ]);
      const seconds = (performance.now() - startedAt) / 1000;
      await requireOnce(owner, count);
      return count / seconds;
    },
    async close() {
      await deps.db.destroy();
      await owner.db.destroy();
    },
  };
}

/** One durable statement each: the row that an action adds to its own transaction. */
async function enqueue({ db }: Deps, ids: readonly string[], clients: number): Promise<void> {
  const left = [...ids];
  const add = async () => {
    for (let id = left.pop(); id; id = left.pop())
      await db.raw(`INSERT INTO jobs (id, kind, subject) VALUES (?, ?, ?)`, [
        newId(),
        KIND,
        JSON.stringify({ id }),
      ]);
  };
  await Promise.all(Array.from({ length: clients }, add));
}

const effect: JobHandler = async (_deps, job) => async (tx) => {
  await tx.db.raw('UPDATE bench_effects SET times = times + 1 WHERE id = ?', [job.subject['id'] ?? '']);
};

async function work(deps: Deps, count: number): Promise<void> {
  for (;;) {
    const taken = await workBatch(deps, { kind: KIND, most: BATCH, handler: effect });
    if (taken > 0) continue;
    const left = await inTransaction(deps, SYSTEM, 'bench', (tx) =>
      tx.db('jobs').where('state', 'done').count<{ count: string }[]>('* as count'),
    );
    if (Number(left[0]?.count) === count) return;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function requireOnce({ db }: Deps, count: number): Promise<void> {
  const [row] = await db('bench_effects').where('times', 1).count<{ count: string }[]>('* as count');
  if (Number(row?.count) !== count)
    throw new Error(`${row?.count ?? 0} of ${count} effects happened exactly once`);
}

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { PermanentJobFault } from '@permit/server/jobs/job-kinds.ts';
import { finishJob, leaseJob } from '@permit/server/jobs/job-store.ts';
import { queueJob } from '@permit/server/jobs/queue-job.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { workBatch } from '@permit/server/jobs/work-batch.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());
beforeEach(() => inTransaction(road.deps, SYSTEM, 'test', ({ db }) => db('jobs').update({ state: 'done' })));

const queue = (onceKey?: string) =>
  inTransaction(road.deps, SYSTEM, 'test', (tx) => queueJob(tx, 'issue-permit', { captureId: 'x' }, onceKey));
const lease = (seconds: number) =>
  inTransaction(road.deps, SYSTEM, 'test', ({ db }) => leaseJob(db, 'issue-permit', seconds));
const stateOfAll = () =>
  inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('jobs').where('kind', 'issue-permit').orderBy('id', 'desc').limit(1).pluck<string[]>('state'),
  );

test('two workers never get the same job', async () => {
  await queue();
  const [one, other] = await Promise.all([lease(60), lease(60)]);
  expect([one, other].filter(Boolean)).toHaveLength(1);
});

test('a worker that froze beyond its lease can no longer end the job that another took', async () => {
  await queue();
  const frozen = await lease(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const next = await lease(60);
  expect(next!.leaseNo).toBe(frozen!.leaseNo + 1);
  expect(await inTransaction(road.deps, SYSTEM, 'test', ({ db }) => finishJob(db, frozen!))).toBe(false);
  expect(await inTransaction(road.deps, SYSTEM, 'test', ({ db }) => finishJob(db, next!))).toBe(true);
});

test('effect and end of a job are one: an effect that fails leaves the job due and nothing half-written', async () => {
  await queue();
  await workOnce(road.deps, 'issue-permit', async () => async (tx) => {
    await tx.db('parties').where('code', 'CONTRACTOR').update({ name_en: 'half-written' });
    throw new Error('power cut');
  });
  const name = await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('parties').where('code', 'CONTRACTOR').first<{ name_en: string }>('name_en'),
  );
  expect(name.name_en).not.toBe('half-written');
  expect(await stateOfAll()).toEqual(['due']);
});

test('a fault that no retry can mend puts the job before a person at once', async () => {
  await queue();
  await workOnce(road.deps, 'issue-permit', async () => {
    throw new PermanentJobFault('no such case');
  });
  expect(await stateOfAll()).toEqual(['failed']);
});

test('the same work asked for twice is one job for ever', async () => {
  await queue('only-once');
  await workOnce(road.deps, 'issue-permit', async () => async () => undefined);
  await queue('only-once');
  expect(await lease(60)).toBeUndefined();
});

/** What a small effect leaves: how often each job of this list was done. */
async function doneTimes(work: (count: (id: string) => Promise<void>) => Promise<void>): Promise<number[]> {
  const times = new Map<string, number>();
  await work(async (id) => {
    times.set(id, (times.get(id) ?? 0) + 1);
  });
  return [...times.values()];
}

test('jobs that are worked off together are each done once, in one commit', async () => {
  for (let job = 0; job < 5; job += 1) await queue();
  const taken: number[] = [];
  const times = await doneTimes(async (count) => {
    const handler =
      async (_deps: unknown, { id }: { id: string }) =>
      async () =>
        count(id);
    for (let got = 1; got > 0; taken.push(got))
      got = await workBatch(road.deps, { kind: 'issue-permit', most: 3, handler });
  });
  expect(taken).toEqual([3, 2, 0]);
  expect(times).toEqual([1, 1, 1, 1, 1]);
  expect(await lease(60)).toBeUndefined();
});

test('one effect that fails keeps none of a batch, and the others are then done by themselves', async () => {
  for (let job = 0; job < 3; job += 1) await queue();
  await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('parties').where('code', 'CONTRACTOR').update({ name_en: '0' }),
  );
  let bad = '';
  await workBatch(road.deps, {
    kind: 'issue-permit',
    most: 3,
    handler: async (_deps, { id }) => {
      bad ||= id;
      return async (tx) => {
        await tx.db.raw(`UPDATE parties SET name_en = (name_en::int + 1)::text WHERE code = 'CONTRACTOR'`);
        if (id === bad) throw new Error('power cut');
      };
    },
  });
  const { name_en: done } = await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('parties').where('code', 'CONTRACTOR').first<{ name_en: string }>('name_en'),
  );
  expect(done).toBe('2');
  const states = await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('jobs').where('kind', 'issue-permit').orderBy('id', 'desc').limit(3).pluck<string[]>('state'),
  );
  expect([...states].sort()).toEqual(['done', 'done', 'due']);
});

test('a batch whose leases ran out while it was prepared keeps nothing', async () => {
  for (let job = 0; job < 2; job += 1) await queue();
  let effects = 0;
  await workBatch(road.deps, {
    kind: 'issue-permit',
    most: 2,
    handler: async (_deps, { id }) => {
      // Another worker has taken it meanwhile.
      await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
        db('jobs')
          .where('id', id)
          .update({ lease_no: db.raw('lease_no + 1') }),
      );
      return async (tx) => {
        await tx.db('parties').where('code', 'CONTRACTOR').update({ name_en: 'by a frozen worker' });
        effects += 1;
      };
    },
  });
  expect(effects).toBeGreaterThan(0);
  const { name_en: name } = await inTransaction(road.deps, SYSTEM, 'test', ({ db }) =>
    db('parties').where('code', 'CONTRACTOR').first<{ name_en: string }>('name_en'),
  );
  expect(name).not.toBe('by a frozen worker');
});

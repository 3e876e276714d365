import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import { PermanentJobFault } from '@permit/server/jobs/job-kinds.ts';
import { finishJob, leaseJob } from '@permit/server/jobs/job-store.ts';
import { queueJob } from '@permit/server/jobs/queue-job.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
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

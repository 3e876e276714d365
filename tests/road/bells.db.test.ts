import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Bell } from '@permit/server/signals/bell.ts';
import { bullmqBell } from '@permit/server/signals/bullmq-bell.ts';
import { listenNotifyBell } from '@permit/server/signals/listen-notify-bell.ts';
import pg from 'pg';
import pino from 'pino';
import { testDatabase, type TestDatabase } from '../infrastructure/database.ts';

const log = pino({ level: 'silent' });
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Resolves when the bell was heard, or to false after the time is up. */
function heard(
  bell: Bell,
  kind: string,
  timeoutMs: number,
): { ready: Promise<unknown>; answer: Promise<boolean> } {
  let ring: (answer: boolean) => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => (ring = resolve));
  const ready = bell.listen(kind, () => ring(true));
  setTimeout(() => ring(false), timeoutMs).unref();
  return { ready, answer };
}

const redis = process.env['TEST_REDIS_URL'];
const bells: [string, () => Bell][] = [
  ['LISTEN/NOTIFY', () => listenNotifyBell(database.url, log)],
  ...(redis ? [['BullMQ', () => bullmqBell(redis, log)] as [string, () => Bell]] : []),
];

test.each(bells)('%s wakes who listens for a kind, and nobody else', async (_, open) => {
  const bell = open();
  const kind = `kind-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const mine = heard(bell, kind, 10_000);
  const others = heard(bell, `${kind}-other`, 1_000);
  await Promise.all([mine.ready, others.ready]);
  bell.ring(kind);
  expect(await mine.answer).toBe(true);
  expect(await others.answer).toBe(false);
  await bell.close();
});

test('a ring while Redis is away neither throws nor waits: the poll will find the job', async () => {
  const bell = bullmqBell('redis://127.0.0.1:1', log);
  const startedAt = performance.now();
  bell.ring('open-packet');
  expect(performance.now() - startedAt).toBeLessThan(1_000);
  await bell.close();
});

test('LISTEN/NOTIFY comes back by itself after its connection was cut', async () => {
  const bell = listenNotifyBell(database.url, log);
  const first = heard(bell, 'cut', 15_000);
  await first.ready;
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'work-permit-bell'  AND datname = current_database()`,
  );
  await owner.end();
  const again = setInterval(() => bell.ring('cut'), 200);
  expect(await first.answer).toBe(true);
  clearInterval(again);
  await bell.close();
}, 30_000);

import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Bell } from './bell.ts';

const PREFIX = '{permit}';
const RING_TIMEOUT_MS = 1_000;

/** The bell on Redis: one BullMQ queue per kind, ids only, one attempt; retries live in the job row. */
export function bullmqBell(redisUrl: string, log: Logger): Bell {
  const queues = new Map<string, Queue>();
  const closers = new Set<() => Promise<unknown>>();
  const open = (options: object) => {
    const connection = new Redis(redisUrl, { lazyConnect: false, ...options });
    // Redis may vanish and come back; ioredis reconnects, the poll bridges the gap.
    connection.on('error', (err: Error) => log.debug({ err: err.message }, 'redis is away'));
    return connection;
  };
  // add() while Redis is down would wait without end (promises.md): no offline queue, one short try.
  const producer = open({
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: RING_TIMEOUT_MS,
  });

  function queueOf(kind: string): Queue {
    const known = queues.get(kind);
    if (known) return known;
    const queue = new Queue(kind, { connection: producer, prefix: PREFIX, skipVersionCheck: true });
    queue.on('error', () => undefined);
    queues.set(kind, queue);
    closers.add(() => queue.close());
    return queue;
  }

  return {
    kind: 'bullmq',
    ring(kind) {
      const options = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
      queueOf(kind)
        .add('due', {}, options)
        .catch((err: Error) =>
          log.debug({ err: err.message, kind }, 'ring was lost; the poll will find the job'),
        );
    },
    async listen(kind, wake) {
      const connection = open({ maxRetriesPerRequest: null });
      const worker = new Worker(kind, async () => wake(), {
        connection,
        prefix: PREFIX,
        concurrency: 1,
        skipVersionCheck: true,
      });
      worker.on('error', () => undefined);
      // Long polls listen for some seconds each: what they opened must go with them.
      const stop = async () => {
        closers.delete(stop);
        await worker.close(true).catch(() => undefined);
        connection.disconnect();
      };
      closers.add(stop);
      return stop;
    },
    async close() {
      for (const close of [...closers]) await close().catch(() => undefined);
      producer.disconnect();
    },
  };
}

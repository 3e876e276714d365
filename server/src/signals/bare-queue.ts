import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

/** The control of the jobs bench: BullMQ by itself, one job added at a time, a worker that does nothing. */
export interface BareQueue {
  /** Adds so many with this many clients and waits until all were worked off; answers jobs a second. */
  run(count: number, clients: number): Promise<number>;
  close(): Promise<void>;
}

export function openBareQueue(redisUrl: string): BareQueue {
  const connections = [new Redis(redisUrl), new Redis(redisUrl, { maxRetriesPerRequest: null })] as const;
  const queue = new Queue('bare', { connection: connections[0], skipVersionCheck: true });
  let done = 0;
  let reached: () => void = () => undefined;
  let wanted = Infinity;
  const worker = new Worker(
    'bare',
    async () => {
      done += 1;
      if (done === wanted) reached();
    },
    { connection: connections[1], concurrency: 50, skipVersionCheck: true },
  );
  return {
    async run(count, clients) {
      done = 0;
      wanted = count;
      const all = new Promise<void>((resolve) => (reached = resolve));
      const startedAt = performance.now();
      let left = count;
      const add = async () => {
        while ((left -= 1) >= 0) await queue.add('due', { id: 'x' }, { removeOnComplete: true, attempts: 1 });
      };
      await Promise.all(Array.from({ length: clients }, add));
      await all;
      return count / ((performance.now() - startedAt) / 1000);
    },
    async close() {
      await worker.close(true);
      await queue.close();
      for (const connection of connections) connection.disconnect();
    },
  };
}

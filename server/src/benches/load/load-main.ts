// A process of its own that sends requests, so that the load is not counted as the server's time.
import { setTimeout as delay } from 'node:timers/promises';
import { HttpClient, type Asked } from './http-client.ts';

/** What the bench orders. With `perSecond` requests start by the clock and wait for nobody (open loop). */
export interface Order {
  readonly origin: string;
  readonly requests: readonly Asked[];
  readonly clients: number;
  readonly perSecond?: number;
}

export interface Report {
  readonly seconds: number;
  /** Milliseconds from when a request was due until its answer, in order of answers. */
  readonly latencies: readonly number[];
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<number, number>>;
}

process.on('message', (order: Order) => {
  void run(order).then((report) => process.send?.(report));
});

async function run({ origin, requests, clients, perSecond }: Order): Promise<Report> {
  const latencies: number[] = [];
  const statuses: Record<number, number> = {};
  const waiting = requests.entries();
  const startedAt = performance.now();
  const works = Array.from({ length: clients }, async () => {
    const client = new HttpClient(origin);
    for (const [at, request] of waiting) {
      const due = perSecond ? startedAt + (at * 1000) / perSecond : performance.now();
      if (due > performance.now()) await delay(due - performance.now());
      const status = await client.ask(request);
      statuses[status] = (statuses[status] ?? 0) + 1;
      latencies.push(performance.now() - due);
    }
    client.close();
  });
  await Promise.all(works);
  return { seconds: (performance.now() - startedAt) / 1000, latencies, statuses };
}

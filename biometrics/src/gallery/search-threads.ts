import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SharedMemory } from '../load-kernel-module.ts';
import type { IrisShard, ShardHits, ShardPlan, SlotRange } from './iris-shard.ts';
import type { ShardProbe } from './shard-probe.ts';
import type { ShardJob, ShardSearchers } from './shard-searchers.ts';

/** What a thread is told. `opened` comes with the first job in a shard; the thread keeps it. */
export interface ThreadJob {
  readonly job: number;
  readonly shard: number;
  readonly opened?: { readonly plan: ShardPlan; readonly memory: SharedMemory };
  readonly probe: ShardProbe;
  readonly range: SlotRange;
  readonly everything: boolean;
}

export interface ThreadAnswer {
  readonly job: number;
  readonly hits: ShardHits;
}

/** Threads that search shards; they see the galleries' memories, which live as long as they do. Must be closed. */
export interface SearchThreads extends ShardSearchers {
  close(): Promise<void>;
}

interface Waiting {
  readonly job: ShardJob;
  readonly done: (hits: ShardHits) => void;
  readonly failed: (fault: unknown) => void;
}

/** One job is worked on and one lies ready, so that no thread waits for the post. */
const JOBS_EACH = 2;

/** As many threads as the machine has cores, unless told otherwise. */
export function createSearchThreads(threads = availableParallelism()): SearchThreads {
  const numbers = new Map<IrisShard, number>();
  const queue: Waiting[] = [];
  const numberOf = (shard: IrisShard): number => {
    const known = numbers.get(shard) ?? numbers.size;
    numbers.set(shard, known);
    return known;
  };
  const desks = Array.from({ length: threads }, (_, desk) => new SearchDesk(desk, numberOf, handOut));

  function handOut(): void {
    while (queue.length > 0) {
      const idlest = desks.reduce((a, b) => (b.load < a.load ? b : a));
      if (idlest.load >= JOBS_EACH) return;
      idlest.give(queue.shift() as Waiting);
    }
  }

  return {
    desks: threads,
    jobSlots: 65_536,
    search: (job) =>
      new Promise((done, failed) => {
        queue.push({ job, done, failed });
        handOut();
      }),
    close: async () => {
      for (const { failed } of queue.splice(0)) failed(new Error('the search threads were closed'));
      await Promise.all(desks.map((desk) => desk.close()));
    },
  };
}

/** A thread with what it has been given and not yet answered. It starts with its first job, and again after a crash. */
class SearchDesk {
  private readonly desk: number;
  private readonly numberOf: (shard: IrisShard) => number;
  private readonly free: () => void;
  private readonly given = new Map<number, Waiting>();
  private readonly open = new Set<number>();
  private worker: Worker | undefined;
  private next = 0;

  constructor(desk: number, numberOf: (shard: IrisShard) => number, free: () => void) {
    this.desk = desk;
    this.numberOf = numberOf;
    this.free = free;
  }

  get load(): number {
    return this.given.size;
  }

  give(waiting: Waiting): void {
    const worker = (this.worker ??= this.start());
    const { shard, probe, range, everything } = waiting.job;
    const number = this.numberOf(shard);
    const opened = this.open.has(number) ? {} : { opened: { plan: shard.plan, memory: shard.memory } };
    this.open.add(number);
    const job = this.next++;
    this.given.set(job, waiting);
    worker.ref();
    worker.postMessage({ job, shard: number, ...opened, probe, range, everything } satisfies ThreadJob);
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.fail(new Error('the search threads were closed'));
  }

  private start(): Worker {
    // The thread registers the loader itself; the parent's flags (test runners', profilers') are not for it.
    const file = new URL('./search-thread-main.mjs', import.meta.url);
    const worker = new Worker(file, { workerData: this.desk, execArgv: [] });
    worker.on('message', (answer: ThreadAnswer) => this.take(worker, answer));
    worker.on('error', (fault) => this.fail(fault));
    return worker;
  }

  private take(worker: Worker, { job, hits }: ThreadAnswer): void {
    this.given.get(job)?.done(hits);
    this.given.delete(job);
    // Idle threads do not keep a process alive.
    if (this.load === 0) worker.unref();
    this.free();
  }

  private fail(fault: unknown): void {
    this.worker = undefined;
    this.open.clear();
    for (const { failed } of this.given.values()) failed(fault);
    this.given.clear();
    this.free();
  }
}

import { setImmediate } from 'node:timers/promises';
import type { IrisShard, ShardHits, SlotRange } from './iris-shard.ts';
import type { ShardProbe } from './shard-probe.ts';

/** Part of a search: some slots of one shard against one reading of the probe. */
export interface ShardJob {
  readonly shard: IrisShard;
  readonly probe: ShardProbe;
  readonly range: SlotRange;
  /** Full codes at once, where the sieve would save nothing. */
  readonly everything: boolean;
}

/** Who does the jobs of a search. All give the same hits, in whatever order. */
export interface ShardSearchers {
  /** How many work at the same time; a shard needs a desk for each. */
  readonly desks: number;
  /** Slots of a job: enough that handing it over costs nothing, and few enough that all have something to do. */
  readonly jobSlots: number;
  search(job: ShardJob): Promise<ShardHits>;
}

/** In the caller's own thread, with a pause after each job in which others may add and remove. */
export function searchHere(): ShardSearchers {
  let before: Promise<unknown> = Promise.resolve();
  return {
    desks: 1,
    // A few milliseconds.
    jobSlots: 16_384,
    search({ shard, probe, range, everything }) {
      const hits = before.then(async () => {
        await setImmediate();
        return shard.search(probe, range, { desk: 0, everything });
      });
      // One that failed does not stop the next.
      before = hits.catch(() => undefined);
      return hits;
    },
  };
}

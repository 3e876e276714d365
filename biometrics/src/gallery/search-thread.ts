import { IrisShard, type ShardHits } from './iris-shard.ts';
import type { ThreadJob } from './search-threads.ts';

/** The shards of one thread, which works at the desk of its number in each of them. */
export function createSearchThread(desk: number): (job: ThreadJob) => ShardHits {
  const shards = new Map<number, IrisShard>();
  return ({ shard: number, opened, probe, range, everything }) => {
    if (opened) shards.set(number, new IrisShard(opened.plan, opened.memory));
    return (shards.get(number) as IrisShard).search(probe, range, { desk, everything });
  };
}

import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { IrisShard, type ShardHits } from '../gallery/iris-shard.ts';
import { makeCode, noisyCopy } from '../gallery/make-code.ts';
import { createSearchThreads } from '../gallery/search-threads.ts';
import { shardProbe, type SearchTurns } from '../gallery/shard-probe.ts';
import type { ShardSearchers } from '../gallery/shard-searchers.ts';
import { chooseIrisKernel } from './choose-iris-kernel.ts';
import { interleavedWork, median, type BenchFigures } from './interleaved-pairs.ts';
import type { PhaseCode } from './phase-code.ts';

interface BenchContext {
  readonly args: readonly string[];
  say(sentence: string): void;
}

interface SearchFigures extends BenchFigures {
  readonly people: number;
  readonly threads: number;
  readonly secondsPerSearch: number;
  readonly fastestSearch: number;
  /** Of all threads together: what a search costs whatever else the machine does. */
  readonly processorSecondsPerSearch: number;
  readonly survivorShare: number;
  readonly found: number;
  readonly probes: number;
  readonly recallOfExhaustive: number;
  readonly residentMb: number;
}

/** 15 rotations: whole columns up to 19.7 degrees each way. */
const FIFTEEN: SearchTurns = { halfColumns: 14, sieveStep: 2 };
const SHARD_SLOTS = 131_072;
const PROBES = 12;
/** Bytes that the control copies at a time. */
const COPIED = 16 << 20;

/**
 * `--people N` (100,000; up to 3,500,000), `--threads T` (all cores): each eye of a probe against that eye of everyone,
 * synthetic codes with planted mates. Codes a second, against copying as many sieve codes (memory bandwidth, one core).
 * Synthetic mates turn by whole columns only: recall here tests the sieve's arithmetic, not real eyes.
 */
export async function benchIrisSearch({ args, say }: BenchContext): Promise<SearchFigures> {
  const options = { people: { type: 'string' }, threads: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options, strict: false });
  const people = Math.min(3_500_000, Math.max(1000, Number(values.people ?? 100_000) || 100_000));
  const threads = Number(values.threads ?? 0) || availableParallelism();
  const searchers = createSearchThreads(threads);
  const variant = chooseIrisKernel(() => performance.now());
  say(`filling ${2 * people} codes (kernel ${variant}, ${threads} threads)`);
  const gallery = [0, 1].map((eye) =>
    filledShards(people, eye, { capacity: SHARD_SLOTS, desks: threads, variant }),
  );
  try {
    const figures = await measure(gallery, searchers, people);
    const recallOfExhaustive = recallOf(gallery[0]?.[0] as IrisShard, people);
    return { ...figures, people, threads, recallOfExhaustive };
  } finally {
    await searchers.close();
  }
}

type SearchedFigures = Omit<SearchFigures, 'people' | 'threads' | 'recallOfExhaustive'>;

async function measure(
  gallery: readonly EyeShards[],
  searchers: ShardSearchers,
  people: number,
): Promise<SearchedFigures> {
  const [seconds, processor]: [number[], number[]] = [[], []];
  let [survivors, found] = [0, 0];
  const search = async (): Promise<number> => {
    const person = Math.floor((((seconds.length % PROBES) + 0.5) * people) / PROBES);
    const [start, used] = [performance.now(), process.cpuUsage()];
    const result = await searchPerson(gallery, searchers, person);
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1e6);
    survivors += result.survivors;
    if (result.nearest === person) found++;
    return 2 * people;
  };
  const [plane, target] = [new Uint8Array(COPIED).fill(1), new Uint8Array(COPIED)];
  const copy = () => {
    target.set(plane);
    return COPIED / 128;
  };
  const settings = { name: 'iris-search', unit: 'codes/s', rounds: PROBES };
  const figures = await interleavedWork(settings, { run: search }, { run: copy });
  return {
    ...figures,
    secondsPerSearch: median(seconds),
    fastestSearch: Math.min(...seconds),
    processorSecondsPerSearch: median(processor),
    survivorShare: survivors / (seconds.length * 2 * people),
    found,
    probes: seconds.length,
    residentMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

/** The shards of one eye; entry k is that eye of person k. */
type EyeShards = readonly IrisShard[];

function filledShards(people: number, eye: number, plan: IrisShard['plan']): EyeShards {
  const shards: IrisShard[] = [];
  for (let k = 0; k < people; k++) {
    if (k % SHARD_SLOTS === 0)
      shards.push(new IrisShard({ ...plan, capacity: Math.min(SHARD_SLOTS, people - k) }));
    (shards[shards.length - 1] as IrisShard).store(k % SHARD_SLOTS, makeCode(2 * k + eye));
  }
  return shards;
}

const probeOf = (person: number, eye: number): PhaseCode =>
  noisyCopy(makeCode(2 * person + eye), { flipped: 0.2, turn: person % 7 });

/** Right eyes against the right eye, left against the left, in jobs that all threads share. */
async function searchPerson(gallery: readonly EyeShards[], searchers: ShardSearchers, person: number) {
  const nearest = { person: -1, distance: 0.5 };
  let survivors = 0;
  const take = (base: number, { slots, distances }: ShardHits): void => {
    survivors += slots.length;
    distances.forEach((distance, i) => {
      if (distance >= nearest.distance) return;
      nearest.distance = distance;
      nearest.person = base + (slots[i] as number);
    });
  };
  const jobs = gallery.flatMap((shards, eye) => {
    const probe = shardProbe(probeOf(person, eye), FIFTEEN);
    return shards.flatMap((shard, s) =>
      rangesOf(shard, searchers.jobSlots).map((range) =>
        searchers
          .search({ shard, probe, range, everything: false })
          .then((hits) => take(s * SHARD_SLOTS, hits)),
      ),
    );
  });
  await Promise.all(jobs);
  return { nearest: nearest.person, survivors };
}

function rangesOf({ plan }: IrisShard, step: number): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(plan.capacity / step) }, (_, k) => ({
    from: k * step,
    to: Math.min(plan.capacity, (k + 1) * step),
  }));
}

/** Of the entries that an exhaustive search of the first shard accepts (FMR about 1e-4), how many the sieve keeps. */
function recallOf(shard: IrisShard, people: number): number {
  const range = { from: 0, to: shard.plan.capacity };
  const all = Uint32Array.from({ length: range.to }, (_, i) => i);
  let [accepted, kept] = [0, 0];
  for (let k = 0; k < PROBES; k++) {
    const person = Math.floor(((k + 0.5) * people) / PROBES) % range.to;
    const probe = shardProbe(probeOf(person, 0), FIFTEEN);
    const sieved = new Set(shard.sieve(probe, range));
    shard.distances(probe, all).forEach((distance, slot) => {
      if (distance > 0.32) return;
      accepted++;
      if (sieved.has(slot)) kept++;
    });
  }
  return accepted === 0 ? 0 : kept / accepted;
}

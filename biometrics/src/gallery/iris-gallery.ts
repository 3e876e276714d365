import { createIrisComparer } from '../iris/iris-comparer.ts';
import { irisScore } from '../iris/iris-distance.ts';
import { createIrisKernel, type KernelVariant } from '../iris/iris-kernel.ts';
import { irisParameters } from '../iris/iris-parameters.ts';
import { readIrisTemplate } from '../iris/iris-template.ts';
import { IrisShard } from './iris-shard.ts';
import { shardProbe, type ShardProbe } from './shard-probe.ts';
import { searchHere, type ShardSearchers } from './shard-searchers.ts';

/** An entry that is near the probe. */
export interface IrisCandidate {
  readonly id: string;
  /** 0-1 as `matchIris` gives it for the same two templates. */
  readonly score: number;
  readonly distance: number;
}

export interface IrisGallery {
  /** Number of templates. */
  readonly size: number;
  /** Adds a template; one with the same id is replaced. False for bytes that are no template of this engine. */
  insert(id: string, template: Uint8Array): boolean;
  /** Takes a template out; false where there was none. */
  remove(id: string): boolean;
  /**
   * The nearest entries, best first, with exact scores. Others may insert and remove meanwhile: what is
   * there when the search ends is found. Entries that the sieve rules out are not listed, so fewer than
   * `topK` may come back; all that could pass as the same eye do.
   */
  search(probe: Uint8Array, topK: number): Promise<IrisCandidate[]>;
}

export interface IrisGalleryOptions {
  /** As `chooseIrisKernel` found; all give the same answers. */
  readonly kernel?: KernelVariant;
  /** Who searches: `createSearchThreads()` for large galleries; the caller's own thread where it is left out. */
  readonly searchers?: ShardSearchers;
  /** Slots of one shard (one linear memory): 640 bytes each. */
  readonly shardSlots?: number;
  /** Where templates are read for the exact re-check, if they are not to stay in memory (3 KB each). */
  readonly templateOf?: (id: string) => Uint8Array | undefined;
  /** Readings of a template that are searched, 1 to 3: more memory and time, fewer misses. */
  readonly readings?: number;
}

interface Entry {
  readonly template: Uint8Array | undefined;
  readonly slots: readonly number[];
}

/** A gallery in memory. After a restart it is filled again by inserting the stored templates. */
export function createIrisGallery(options: IrisGalleryOptions = {}): IrisGallery {
  const { kernel = 'scalar', shardSlots = 65_536, templateOf, readings = 3 } = options;
  const searchers = options.searchers ?? searchHere();
  const rechecking = createIrisKernel(kernel);
  const shards: IrisShard[] = [];
  const entries = new Map<string, Entry>();
  const owners: (string | undefined)[] = [];
  const free: number[] = [];
  /** Who came or changed since each running search began. */
  const changes = new Set<Set<string>>();

  function takeSlot(owner: string): number {
    const slot = free.pop() ?? owners.length;
    if (slot === shards.length * shardSlots)
      shards.push(new IrisShard({ capacity: shardSlots, desks: searchers.desks, variant: kernel }));
    owners[slot] = owner;
    return slot;
  }

  const shardOf = (slot: number) => shards[Math.floor(slot / shardSlots)] as IrisShard;

  function remove(id: string): boolean {
    const entry = entries.get(id);
    if (!entry) return false;
    for (const slot of entry.slots) {
      shardOf(slot).clear(slot % shardSlots);
      owners[slot] = undefined;
      free.push(slot);
    }
    return entries.delete(id);
  }

  function insert(id: string, bytes: Uint8Array): boolean {
    const own = bytes.slice();
    const template = readIrisTemplate(own);
    if (!template) return false;
    remove(id);
    const slots = template.hypotheses.slice(0, readings).map((reading) => {
      const slot = takeSlot(id);
      shardOf(slot).store(slot % shardSlots, reading);
      return slot;
    });
    entries.set(id, { template: templateOf ? undefined : own, slots });
    for (const changed of changes) changed.add(id);
    return true;
  }

  /** One job: the nearest distance of each owner is kept. */
  async function searchRange(probe: ShardProbe, from: number, nearest: Map<string, number>): Promise<void> {
    const base = from - (from % shardSlots);
    const range = {
      from: from - base,
      to: Math.min(nextJob(from, searchers.jobSlots, shardSlots), owners.length) - base,
    };
    const everything = owners.length <= irisParameters.sieve.exhaustiveUpTo;
    const { slots, distances } = await searchers.search({ shard: shardOf(from), probe, range, everything });
    slots.forEach((slot, i) => {
      const owner = owners[base + slot];
      const distance = distances[i] as number;
      if (owner !== undefined && distance < (nearest.get(owner) ?? 0.5)) nearest.set(owner, distance);
    });
  }

  async function firstPass(probe: Uint8Array): Promise<Map<string, number>> {
    const nearest = new Map<string, number>();
    for (const reading of readIrisTemplate(probe)?.hypotheses ?? []) {
      const turned = shardProbe(reading);
      const jobs: Promise<void>[] = [];
      for (let from = 0; from < owners.length; from = nextJob(from, searchers.jobSlots, shardSlots))
        jobs.push(searchRange(turned, from, nearest));
      await Promise.all(jobs);
    }
    return nearest;
  }

  async function search(probe: Uint8Array, topK: number): Promise<IrisCandidate[]> {
    const changed = new Set<string>();
    changes.add(changed);
    try {
      const nearest = await firstPass(probe);
      const best = [...nearest].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
      const near = best.slice(0, Math.max(50, 4 * topK)).map(([id]) => id);
      // Slots that were written meanwhile may have been read half old, half new.
      return recheck(probe, [...new Set([...near, ...changed])]).slice(0, topK);
    } finally {
      changes.delete(changed);
    }
  }

  /** Compares template with template, so that scores are those of 1:1; best first. */
  function recheck(probe: Uint8Array, ids: readonly string[]): IrisCandidate[] {
    const present = ids.flatMap((id) => {
      const template = entries.has(id) ? (entries.get(id)?.template ?? templateOf?.(id)) : undefined;
      return template ? [{ id, template }] : [];
    });
    if (present.length === 0) return [];
    const templates = [probe, ...present.map(({ template }) => template)];
    const distances = createIrisComparer(templates, rechecking).distancesOf(0).subarray(1);
    const exact = present.map(({ id }, i): IrisCandidate => {
      const distance = distances[i] as number;
      return { id, distance, score: irisScore(distance) };
    });
    return exact.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  }

  return {
    get size() {
      return entries.size;
    },
    insert,
    remove,
    search,
  };
}

/** Jobs end where a shard ends. */
function nextJob(from: number, jobSlots: number, shardSlots: number): number {
  const shardEnd = (Math.floor(from / shardSlots) + 1) * shardSlots;
  return Math.min(from + jobSlots, shardEnd);
}

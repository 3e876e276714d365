import { setImmediate } from 'node:timers/promises';
import { irisScore, templateDistance } from '../iris/iris-distance.ts';
import { createIrisKernel, type KernelVariant } from '../iris/iris-kernel.ts';
import { irisParameters } from '../iris/iris-parameters.ts';
import { readIrisTemplate, type IrisTemplate } from '../iris/iris-template.ts';
import { IrisShard, shardProbe, type ShardProbe } from './iris-shard.ts';

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
   * there during the whole search is found. Entries that the sieve rules out are not listed, so fewer than
   * `topK` may come back; all that could pass as the same eye do.
   */
  search(probe: Uint8Array, topK: number): Promise<IrisCandidate[]>;
}

export interface IrisGalleryOptions {
  /** As `chooseIrisKernel` found; all give the same answers. */
  readonly kernel?: KernelVariant;
  /** Slots of one shard (one linear memory): 640 bytes each. */
  readonly shardSlots?: number;
  /** Where templates are read for the exact re-check, if they are not to stay in memory (3 KB each). */
  readonly templateOf?: (id: string) => Uint8Array | undefined;
  /** Readings of a template that are searched, 1 to 3: more memory and time, fewer misses. */
  readonly readings?: number;
}

interface Entry {
  readonly template: IrisTemplate | undefined;
  readonly slots: readonly number[];
}

/** Codes looked at between two pauses in which others may add and remove: a few milliseconds. */
const CHUNK = 16_384;

/** A gallery in memory. After a restart it is filled again by inserting the stored templates. */
export function createIrisGallery(options: IrisGalleryOptions = {}): IrisGallery {
  const { kernel = 'scalar', shardSlots = 65_536, templateOf, readings = 3 } = options;
  const shards: IrisShard[] = [];
  const entries = new Map<string, Entry>();
  const owners: (string | undefined)[] = [];
  const free: number[] = [];

  function takeSlot(owner: string): number {
    const slot = free.pop() ?? owners.length;
    if (slot === shards.length * shardSlots) shards.push(new IrisShard(createIrisKernel(kernel), shardSlots));
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
    const template = readIrisTemplate(bytes.slice());
    if (!template) return false;
    remove(id);
    const slots = template.hypotheses.slice(0, readings).map((reading) => {
      const slot = takeSlot(id);
      shardOf(slot).store(slot % shardSlots, reading);
      return slot;
    });
    entries.set(id, { template: templateOf ? undefined : template, slots });
    return true;
  }

  /** One chunk of one shard: sieve, then full codes; the nearest distance of each owner is kept. */
  function searchChunk(probe: ShardProbe, from: number, nearest: Map<string, number>): void {
    const shard = shardOf(from);
    const base = from - (from % shardSlots);
    const to = Math.min(from + CHUNK, base + shardSlots, owners.length);
    const range = { from: from - base, to: to - base };
    const small = owners.length <= irisParameters.sieve.exhaustiveUpTo;
    const slots = small
      ? Array.from({ length: range.to - range.from }, (_, i) => range.from + i)
      : shard.sieve(probe, range, irisParameters.sieve.limit);
    shard.distances(probe, slots).forEach((distance, i) => {
      const owner = owners[base + (slots[i] as number)];
      if (owner !== undefined && distance < (nearest.get(owner) ?? 0.5)) nearest.set(owner, distance);
    });
  }

  async function search(bytes: Uint8Array, topK: number): Promise<IrisCandidate[]> {
    const probe = readIrisTemplate(bytes);
    if (!probe) return [];
    const nearest = new Map<string, number>();
    for (const reading of probe.hypotheses) {
      const turned = shardProbe(reading);
      for (let from = 0; from < owners.length; from = nextChunk(from, shardSlots)) {
        searchChunk(turned, from, nearest);
        await setImmediate();
      }
    }
    return recheck(probe, nearest, topK);
  }

  /** The best of the first pass, compared template with template, so that scores are those of 1:1. */
  function recheck(probe: IrisTemplate, nearest: Map<string, number>, topK: number): IrisCandidate[] {
    const best = [...nearest].sort((a, b) => a[1] - b[1]).slice(0, Math.max(50, 4 * topK));
    const exact = best.flatMap(([id]) => {
      const entry = entries.get(id);
      const template = entry && (entry.template ?? readIrisTemplate(templateOf?.(id) ?? new Uint8Array(0)));
      if (!template) return [];
      const distance = templateDistance(probe, template);
      return [{ id, distance, score: irisScore(distance) }];
    });
    return exact.sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1)).slice(0, topK);
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

/** Chunks end where a shard ends. */
function nextChunk(from: number, shardSlots: number): number {
  const shardEnd = (Math.floor(from / shardSlots) + 1) * shardSlots;
  return Math.min(from + CHUNK, shardEnd);
}

import { setImmediate } from 'node:timers/promises';
import type { FingerPosition } from '../codes.ts';
import { findConsensus } from '../fingerprint/descriptor-matcher.ts';
import { decodeFingerTemplate } from '../fingerprint/finger-template.ts';
import { layOut } from '../fingerprint/laid-out-prints.ts';
import { fuse, matchEvidence } from '../fingerprint/match-fingers.ts';
import { preparePrint, type PreparedPrint } from '../fingerprint/prepared-print.ts';

export interface FingerCandidate {
  readonly id: string;
  readonly position: FingerPosition;
  /** As `matchFingers` gives it for the same two templates. */
  readonly score: number;
}

export interface FingerProbe {
  readonly position: FingerPosition;
  readonly template: Uint8Array;
}

/** Entries that the sieve hands to the full matcher: a share of the gallery, but never fewer than this. */
const KEPT_SHARE = 0.02;
const KEPT_LEAST = 64;
/** Likeness is divided by the root of the entry's minutiae and these: rich prints are alike with everybody (dev). */
const PRIOR = 20;
/** Comparisons between two pauses in which others may add and remove. */
const CHUNK = 64;

/**
 * Fingers of many people in memory, some 20 kB each when unpacked: for tens of thousands, and for people whose irises
 * cannot be read. Filled from stored templates at start.
 */
export interface FingerGallery {
  readonly size: number;
  /** Adds or replaces a finger; false for bytes that are no template of this engine's version. */
  insert(id: string, position: FingerPosition, template: Uint8Array): boolean;
  /** Takes all fingers of somebody out; false where there were none. */
  remove(id: string): boolean;
  /**
   * The nearest entries of the same position, best first, with exact scores. Descriptors and one movement rank all,
   * the full matcher compares the first of them. `among` limits the search to some people, who are all compared fully.
   */
  search(probe: FingerProbe, top: number, among?: ReadonlySet<string>): Promise<FingerCandidate[]>;
}

interface Entry {
  readonly id: string;
  readonly print: PreparedPrint;
}

export function createFingerGallery(): FingerGallery {
  const byPosition = new Map<FingerPosition, Map<string, PreparedPrint>>();

  function insert(id: string, position: FingerPosition, template: Uint8Array): boolean {
    const print = preparedOrNothing(template);
    if (!print) return false;
    const people = byPosition.get(position) ?? new Map<string, PreparedPrint>();
    byPosition.set(position, people.set(id, print));
    return true;
  }

  function remove(id: string): boolean {
    const removed = [...byPosition.values()].map((people) => people.delete(id));
    return removed.includes(true);
  }

  async function search(
    { position, template }: FingerProbe,
    top: number,
    among?: ReadonlySet<string>,
  ): Promise<FingerCandidate[]> {
    const probe = preparedOrNothing(template);
    if (!probe) return [];
    const everyone = [...(byPosition.get(position) ?? [])].map(([id, print]): Entry => ({ id, print }));
    const entries = among ? everyone.filter(({ id }) => among.has(id)) : await sieve(probe, everyone);
    const scored = await scoreAll(entries, ({ print }) => fuse(matchEvidence(probe, print)));
    return scored.slice(0, top).map(({ id, score }) => ({ id, position, score }));
  }

  return {
    get size() {
      return [...byPosition.values()].reduce((sum, people) => sum + people.size, 0);
    },
    insert,
    remove,
    search,
  };
}

function preparedOrNothing(template: Uint8Array): PreparedPrint | undefined {
  try {
    return preparePrint(decodeFingerTemplate(template));
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

/** The entries whose descriptors fit the probe's best under one movement. */
async function sieve(probe: PreparedPrint, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const kept = Math.max(KEPT_LEAST, Math.ceil(KEPT_SHARE * entries.length));
  if (entries.length <= kept) return entries;
  return (await scoreAll(entries, ({ print }) => coarseLikeness(probe, print))).slice(0, kept);
}

function coarseLikeness(probe: PreparedPrint, print: PreparedPrint): number {
  const [best] = findConsensus(layOut(probe, print));
  return (best?.likeness ?? 0) / Math.sqrt(print.count + PRIOR);
}

/** Entries with their scores, best first; equal ones by id, so that the answer does not hang on the order of insertion. */
async function scoreAll(
  entries: readonly Entry[],
  scoreOf: (entry: Entry) => number,
): Promise<(Entry & { readonly score: number })[]> {
  const scored: (Entry & { readonly score: number })[] = [];
  for (const entry of entries) {
    scored.push({ ...entry, score: scoreOf(entry) });
    if (scored.length % CHUNK === 0) await setImmediate();
  }
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

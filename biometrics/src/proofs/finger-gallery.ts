import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { drawnPrint } from '../fingerprint/drawn-print.fixture.ts';
import { fingerThreshold } from '../fingerprint/match-fingers.ts';
import { createFingerGallery, type FingerCandidate, type FingerGallery } from '../gallery/finger-gallery.ts';
import type { GrayImage } from '../images/gray-image.ts';
import { createEnginePool, inOrder, type EnginePool } from '../pool/engine-pool.ts';

interface ProofContext {
  readonly args: readonly string[];
  say(sentence: string): void;
}

const POSITION = 'right-index';
const MOST_PROBES = 100;

/**
 * `npm run prove -- finger-gallery [--people N]` (10,000): one drawn finger each; some of them are turned, moved and
 * read at another resolution, and looked for. Drawn fingers are cleaner than real ones and have 24 minutiae: this shows
 * what the sieve loses as a gallery grows, and what a search costs, not how accurate the engine is.
 */
async function fingerGalleryProof({ args, say }: ProofContext) {
  const { values } = parseArgs({ args: [...args], options: { people: { type: 'string' } } });
  const people = Math.max(100, Number(values.people ?? 10_000) || 10_000);
  const pool = createEnginePool();
  try {
    const gallery = createFingerGallery();
    await enrolAll(pool, people, (seed, template) => {
      gallery.insert(nameOf(seed), POSITION, template);
      if (seed % 1000 === 0) say(`${seed} of ${people} enrolled`);
    });
    const found = await searchAll(gallery, await probesOf(pool, people));
    return conclusion(people, found);
  } finally {
    await pool.close();
  }
}

const nameOf = (seed: number): string => `finger-${seed}`;

/** Seeds from 1 on; a thread draws nothing, it only extracts. */
async function enrolAll(
  pool: EnginePool,
  people: number,
  take: (seed: number, template: Uint8Array) => void,
) {
  const seeds = Array.from({ length: people }, (_, k) => k + 1);
  await inOrder(seeds, {
    width: 2 * pool.threads,
    work: async (seed) => ({ seed, template: await templateOf(pool, drawnPrint({ seed })) }),
    take: ({ seed, template }) => take(seed, template),
  });
}

async function templateOf(pool: EnginePool, image: GrayImage): Promise<Uint8Array> {
  const { result } = await pool.extract({ modality: 'finger', image });
  return result.ok ? result.template : new Uint8Array(0);
}

interface Probe {
  readonly seed: number;
  readonly template: Uint8Array;
}

async function probesOf(pool: EnginePool, people: number): Promise<Probe[]> {
  const count = Math.min(MOST_PROBES, people);
  const probes: Probe[] = [];
  for (let k = 0; k < count; k++) {
    const seed = 1 + Math.floor(((k + 0.5) * people) / count);
    const turn = 0.5 * Math.sin(k);
    const shift = { x: 14 * Math.cos(2.3 * k), y: 14 * Math.sin(1.7 * k) };
    const image = drawnPrint({ seed, turn, shift, ppi: k % 2 === 0 ? 500 : 569, noise: 0.3 });
    probes.push({ seed, template: await templateOf(pool, image) });
  }
  return probes;
}

interface Found {
  readonly rank: number;
  /** Score of the mate, and of the nearest stranger. */
  readonly mate: number;
  readonly stranger: number;
  readonly ms: number;
  readonly processorMs: number;
}

async function searchAll(gallery: FingerGallery, probes: readonly Probe[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const { seed, template } of probes) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    const list = await gallery.search({ position: POSITION, template }, 50);
    const { user, system } = process.cpuUsage(used);
    const ms = performance.now() - start;
    found.push({ ...placeOf(list, nameOf(seed)), ms, processorMs: (user + system) / 1000 });
  }
  return found;
}

function placeOf(list: readonly FingerCandidate[], mate: string): Pick<Found, 'rank' | 'mate' | 'stranger'> {
  const rank = list.findIndex(({ id }) => id === mate) + 1;
  return {
    rank,
    mate: list[rank - 1]?.score ?? 0,
    stranger: list.find(({ id }) => id !== mate)?.score ?? 0,
  };
}

function conclusion(people: number, found: readonly Found[]) {
  const first = found.filter(({ rank }) => rank === 1).length;
  const threshold = fingerThreshold(1e-4);
  const summary = {
    people,
    probes: found.length,
    rankOne: first,
    notListed: found.filter(({ rank }) => rank === 0).length,
    weakestMate: rounded(Math.min(...found.map(({ mate }) => mate))),
    nearestStranger: rounded(Math.max(...found.map(({ stranger }) => stranger))),
    threshold,
    medianSearchMs: rounded(median(found.map(({ ms }) => ms))),
    medianProcessorMs: rounded(median(found.map(({ processorMs }) => processorMs))),
    residentMb: Math.round(process.memoryUsage().rss / 1e6),
  };
  const report = [
    `${people} drawn fingers were enrolled; ${found.length} of them, turned by up to 29 degrees, moved, noisier and every`,
    `second one at 569 ppi, were looked for among all. ${first} came first. A search takes ${summary.medianSearchMs} ms, of`,
    `which ${summary.medianProcessorMs} ms of processor time on one core. The mate's score is at least`,
    `${summary.weakestMate}, no stranger's is above ${summary.nearestStranger}; the threshold for a false-match rate of 1e-4`,
    `is ${threshold}. Drawn fingers say nothing about accuracy on real ones.`,
  ].join('\n');
  return { summary, report, holds: first >= 0.98 * found.length };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

export const proofs = { 'finger-gallery': fingerGalleryProof };

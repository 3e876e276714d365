import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { makeCode, noisyCopy } from '../gallery/make-code.ts';
import { IrisShard, shardProbe, type SearchTurns } from '../gallery/iris-shard.ts';
import { chooseIrisKernel } from './choose-iris-kernel.ts';
import { drawEye } from './draw-eye.ts';
import { extractIris } from './extract-iris.ts';
import { interleavedPairs, median, type BenchFigures, type Side } from './interleaved-pairs.ts';
import { distanceWeights } from './iris-distance.ts';
import { createIrisKernel, type IrisKernel, type KernelVariant } from './iris-kernel.ts';
import { turnsWithin } from './iris-turns.ts';
import { irisParameters } from './iris-parameters.ts';
import type { PhaseCode } from './phase-code.ts';

interface BenchContext {
  readonly args: readonly string[];
  say(sentence: string): void;
}

/** 15 rotations: whole columns up to 19.7 degrees each way. */
const FIFTEEN: SearchTurns = { halfColumns: 14, sieveStep: 2 };

/**
 * Images of 640x480 a second. There is one implementation only, so the control is the least any
 * extraction must do: one gradient pass over the same image.
 */
function benchExtract(): Promise<BenchFigures & { msPerImage: number }> {
  const images = [1, 2, 3, 4].map((identity) =>
    drawEye({
      identity,
      width: 640,
      height: 480,
      irisRadius: 110 + 5 * identity,
      pupilRadius: 35 + 5 * identity,
    }),
  );
  const extract = { run: () => images.filter((image) => extractIris(image).ok).length };
  const gradient = { run: () => images.filter(({ pixels, width }) => gradientSum(pixels, width) > 0).length };
  const figures = interleavedPairs({ name: 'iris-extract', unit: 'images/s', rounds: 15 }, extract, gradient);
  return Promise.resolve({ ...figures, msPerImage: 1000 / figures.candidate });
}

function gradientSum(pixels: Uint8Array, width: number): number {
  let sum = 0;
  for (let i = width; i < pixels.length; i++) {
    const dx = (pixels[i] as number) - (pixels[i - 1] as number);
    const dy = (pixels[i] as number) - (pixels[i - width] as number);
    sum += dx * dx + dy * dy;
  }
  return sum;
}

const ENTRIES = 20_000;
const [TURNS_AT, WEIGHTS_AT, ENTRIES_AT] = [0, 0x4000, 0x10000];
const OUT_AT = ENTRIES_AT + ENTRIES * 512;

/** Full codes compared at 15 rotations a second, against how fast the same bytes can be copied. */
function benchMatch(): Promise<
  BenchFigures & { kernel: string; perVariant: Record<string, number>; timesTwin: number }
> {
  const kernel = chooseIrisKernel(() => performance.now());
  const bytes = new Uint8Array(ENTRIES * 512).fill(7);
  const copy = { run: () => bytes.slice().length / 512 };
  const figures = interleavedPairs(
    { name: 'iris-match', unit: 'comparisons/s', rounds: 15 },
    matching(kernel, ENTRIES),
    copy,
  );
  const rate = (variant: KernelVariant, entries: number) =>
    interleavedPairs({ name: variant, unit: '', rounds: 5 }, matching(variant, entries), copy).candidate;
  const perVariant = {
    scalar: rate('scalar', ENTRIES),
    simd: rate('simd', ENTRIES),
    typescript: rate('typescript', 2000),
  };
  return Promise.resolve({
    ...figures,
    kernel,
    perVariant,
    timesTwin: figures.candidate / perVariant.typescript,
  });
}

function matching(variant: KernelVariant, entries: number): Side {
  const kernel = createIrisKernel(variant);
  kernel.reserve(OUT_AT + ENTRIES * 8);
  fillForMatching(kernel);
  const turns = { at: TURNS_AT, count: 15, weights: WEIGHTS_AT };
  return {
    run: () => {
      kernel.nearestAll(turns, { at: ENTRIES_AT, count: entries }, OUT_AT);
      return entries;
    },
  };
}

function fillForMatching(kernel: IrisKernel): void {
  const memory = new Uint8Array(kernel.memory());
  turnsWithin(makeCode(1), FIFTEEN.halfColumns, 2).forEach(({ code, mask }, i) => {
    memory.set(code, TURNS_AT + i * 512);
    memory.set(mask, TURNS_AT + i * 512 + 256);
  });
  for (let e = 0; e < ENTRIES; e++) {
    const { even, evenMask } = makeCode(e % 500);
    memory.set(even, ENTRIES_AT + e * 512);
    memory.set(evenMask, ENTRIES_AT + e * 512 + 256);
  }
  new Float64Array(kernel.memory(), WEIGHTS_AT, 2049).set(distanceWeights(2048));
}

interface SearchFigures extends BenchFigures {
  readonly people: number;
  readonly secondsPerSearch: number;
  readonly survivorShare: number;
  readonly found: number;
  readonly probes: number;
  readonly recallOfExhaustive: number;
  readonly memoryMb: number;
}

const SHARD_SLOTS = 131_072;

/**
 * `--people N` (100,000; up to 3,500,000): both eyes of a probe against both eyes of everyone, synthetic
 * codes with planted mates, one core. Codes a second, against copying the sieve plane (memory bandwidth).
 * Synthetic mates turn by whole columns only: recall here tests the sieve's arithmetic, not real eyes.
 */
function benchSearch({ args, say }: BenchContext): Promise<SearchFigures> {
  const { values } = parseArgs({ args: [...args], options: { people: { type: 'string' } }, strict: false });
  const people = Math.min(3_500_000, Math.max(1000, Number(values.people ?? 100_000) || 100_000));
  const variant = chooseIrisKernel(() => performance.now());
  say(`filling ${2 * people} codes (kernel ${variant})`);
  const shards = filledShards(variant, 2 * people);
  const probes = Array.from({ length: 12 }, (_, i) => Math.floor(((i + 0.5) * people) / 12));
  let [at, survivors, found] = [0, 0, 0];
  const search = {
    run: () => {
      const person = probes[at++ % probes.length] as number;
      const result = searchPerson(shards, 2 * people, person);
      survivors += result.survivors;
      if (result.nearest === person) found++;
      return 2 * people;
    },
  };
  const plane = new Uint8Array(Math.min(256 << 20, 2 * people * 128)).fill(1);
  const copy = { run: () => plane.slice().length / 128 };
  const figures = interleavedPairs(
    { name: 'iris-search', unit: 'codes/s', rounds: probes.length },
    search,
    copy,
  );
  return Promise.resolve({
    ...figures,
    people,
    secondsPerSearch: median(figures.pairs.map(({ candidate }) => (2 * people) / candidate)),
    survivorShare: survivors / (at * 2 * people),
    found,
    probes: at,
    recallOfExhaustive: recallOf(shards, probes.slice(0, 6)),
    memoryMb: Math.round((2 * people * 640) / 1e6),
  });
}

/** Entry 2k is the right eye of person k, 2k + 1 the left. */
function filledShards(variant: KernelVariant, entries: number): IrisShard[] {
  const shards: IrisShard[] = [];
  for (let e = 0; e < entries; e++) {
    if (e % SHARD_SLOTS === 0)
      shards.push(new IrisShard(createIrisKernel(variant), Math.min(SHARD_SLOTS, entries - e)));
    (shards[shards.length - 1] as IrisShard).store(e % SHARD_SLOTS, makeCode(e));
  }
  return shards;
}

const probeOf = (entry: number): PhaseCode => noisyCopy(makeCode(entry), { flipped: 0.2, turn: entry % 7 });

/** The sieve over all eyes of one side for each of the probe's eyes, full codes for what it leaves. */
function searchPerson(shards: readonly IrisShard[], entries: number, person: number) {
  const nearest = { person: -1, distance: 0.5 };
  let survivors = 0;
  const eyes = [2 * person, 2 * person + 1].map((entry) => shardProbe(probeOf(entry), FIFTEEN));
  shards.forEach((shard, s) => {
    const range = { from: 0, to: Math.min(shard.capacity, entries - s * SHARD_SLOTS) };
    for (const probe of eyes) {
      const slots = shard.sieve(probe, range, irisParameters.sieve.limit);
      survivors += slots.length / 2;
      shard.distances(probe, slots).forEach((distance, i) => {
        if (distance >= nearest.distance) return;
        nearest.distance = distance;
        nearest.person = Math.floor((s * SHARD_SLOTS + (slots[i] as number)) / 2);
      });
    }
  });
  return { nearest: nearest.person, survivors };
}

/** Of the entries that an exhaustive search of the first shard accepts (FMR about 1e-4), how many the sieve keeps. */
function recallOf(shards: readonly IrisShard[], persons: readonly number[]): number {
  const shard = shards[0] as IrisShard;
  const all = Uint32Array.from({ length: shard.capacity }, (_, i) => i);
  let [accepted, kept] = [0, 0];
  for (const person of persons) {
    const probe = shardProbe(probeOf((2 * person) % shard.capacity), FIFTEEN);
    const sieved = new Set(shard.sieve(probe, { from: 0, to: shard.capacity }, irisParameters.sieve.limit));
    shard.distances(probe, all).forEach((distance, slot) => {
      if (distance > 0.32) return;
      accepted++;
      if (sieved.has(slot)) kept++;
    });
  }
  return accepted === 0 ? 0 : kept / accepted;
}

export const benches = { 'iris-extract': benchExtract, 'iris-match': benchMatch, 'iris-search': benchSearch };

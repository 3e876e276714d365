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
 * `--people N` (100,000; up to 3,500,000): each eye of a probe against that eye of everyone, synthetic
 * codes with planted mates, one core. Codes a second, against copying the sieve plane (memory bandwidth).
 * Synthetic mates turn by whole columns only: recall here tests the sieve's arithmetic, not real eyes.
 */
function benchSearch({ args, say }: BenchContext): Promise<SearchFigures> {
  const { values } = parseArgs({ args: [...args], options: { people: { type: 'string' } }, strict: false });
  const people = Math.min(3_500_000, Math.max(1000, Number(values.people ?? 100_000) || 100_000));
  const variant = chooseIrisKernel(() => performance.now());
  say(`filling ${2 * people} codes (kernel ${variant})`);
  const bothEyes = [filledShards(variant, people, 0), filledShards(variant, people, 1)];
  const probes = Array.from({ length: 12 }, (_, i) => Math.floor(((i + 0.5) * people) / 12));
  let [at, survivors, found] = [0, 0, 0];
  const search = {
    run: () => {
      const person = probes[at++ % probes.length] as number;
      const result = searchPerson(bothEyes, person);
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
    recallOfExhaustive: recallOf(bothEyes[0]?.[0] as IrisShard, probes.slice(0, 6)),
    memoryMb: Math.round((2 * people * 640) / 1e6),
  });
}

/** The shards of one eye; entry k is that eye of person k. */
type EyeShards = readonly IrisShard[];

function filledShards(variant: KernelVariant, people: number, eye: number): EyeShards {
  const shards: IrisShard[] = [];
  for (let k = 0; k < people; k++) {
    if (k % SHARD_SLOTS === 0)
      shards.push(new IrisShard(createIrisKernel(variant), Math.min(SHARD_SLOTS, people - k)));
    (shards[shards.length - 1] as IrisShard).store(k % SHARD_SLOTS, makeCode(2 * k + eye));
  }
  return shards;
}

const probeOf = (person: number, eye: number): PhaseCode =>
  noisyCopy(makeCode(2 * person + eye), { flipped: 0.2, turn: person % 7 });

/** Right eyes against the right eye, left against the left: the sieve, then full codes for what it leaves. */
function searchPerson(bothEyes: readonly EyeShards[], person: number) {
  const nearest = { person: -1, distance: 0.5 };
  let survivors = 0;
  bothEyes.forEach((shards, eye) => {
    const probe = shardProbe(probeOf(person, eye), FIFTEEN);
    shards.forEach((shard, s) => {
      const slots = shard.sieve(probe, { from: 0, to: shard.capacity }, irisParameters.sieve.limit);
      survivors += slots.length;
      shard.distances(probe, slots).forEach((distance, i) => {
        if (distance >= nearest.distance) return;
        nearest.distance = distance;
        nearest.person = s * SHARD_SLOTS + (slots[i] as number);
      });
    });
  });
  return { nearest: nearest.person, survivors };
}

/** Of the entries that an exhaustive search of the first shard accepts (FMR about 1e-4), how many the sieve keeps. */
function recallOf(shard: IrisShard, persons: readonly number[]): number {
  const all = Uint32Array.from({ length: shard.capacity }, (_, i) => i);
  let [accepted, kept] = [0, 0];
  for (const person of persons) {
    const probe = shardProbe(probeOf(person % shard.capacity, 0), FIFTEEN);
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

import { performance } from 'node:perf_hooks';

/** What `npm run bench` prints, beside a bench's own figures. `ratio` is always "higher is better". */
export interface BenchFigures {
  readonly name: string;
  readonly unit: string;
  readonly candidate: number;
  readonly control: number;
  readonly ratio: number;
  readonly worstPair: number;
  readonly pairs: readonly { readonly candidate: number; readonly control: number }[];
}

/** Work done and the seconds it took are one sample. */
export interface Side {
  /** What has to be set up again after the other side has worked; not measured. */
  prepare?(): void;
  /** Does the work and returns how many units it did. */
  run(): number;
}

/**
 * Candidate and control by turns, so that whatever else the machine does falls on both; each pair is
 * a rate of units a second of processor time, the ratio is that of the medians.
 */
export function interleavedPairs(
  { name, unit, rounds }: { name: string; unit: string; rounds: number },
  candidate: Side,
  control: Side,
): BenchFigures {
  for (const side of [candidate, control]) rateOf(side);
  const pairs = Array.from({ length: rounds }, () => ({
    candidate: rateOf(candidate),
    control: rateOf(control),
  }));
  return figuresOf({ name, unit }, pairs);
}

/** Work that ends later: in other threads, for instance. */
export interface LaterSide {
  run(): number | Promise<number>;
}

/** `interleavedPairs` for work that other threads do: by the clock, since the processor time is theirs. */
export async function interleavedWork(
  { name, unit, rounds }: { name: string; unit: string; rounds: number },
  candidate: LaterSide,
  control: LaterSide,
): Promise<BenchFigures> {
  await candidate.run();
  await control.run();
  const pairs: { candidate: number; control: number }[] = [];
  for (let round = 0; round < rounds; round++)
    pairs.push({ candidate: await laterRateOf(candidate), control: await laterRateOf(control) });
  return figuresOf({ name, unit }, pairs);
}

async function laterRateOf(side: LaterSide): Promise<number> {
  const start = performance.now();
  const units = await side.run();
  return units / ((performance.now() - start) / 1000);
}

function figuresOf(about: { name: string; unit: string }, pairs: BenchFigures['pairs']): BenchFigures {
  const [c, k] = [median(pairs.map((pair) => pair.candidate)), median(pairs.map((pair) => pair.control))];
  const worstPair = Math.min(...pairs.map((pair) => pair.candidate / pair.control));
  return { ...about, candidate: c, control: k, ratio: c / k, worstPair, pairs };
}

function rateOf(side: Side): number {
  side.prepare?.();
  const start = process.cpuUsage();
  const units = side.run();
  const { user, system } = process.cpuUsage(start);
  return units / Math.max(1e-6, (user + system) / 1e6);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

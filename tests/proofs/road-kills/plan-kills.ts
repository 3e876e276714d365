/** What can be killed: the processes of an instance by their names in processes.json, and the launcher itself. */
export const VICTIMS = [
  'server',
  'worker',
  'print-worker',
  'print-host',
  'bank',
  'station',
  'postgres',
  'redis',
  'launcher',
] as const;
export type Victim = (typeof VICTIMS)[number] | 'flushall';

export interface Kill {
  readonly victim: Victim;
  /** Where on the road, 0 its beginning, 1 the end of a road of typical length. */
  readonly at: number;
}

/**
 * `points` kills, the victims in turn; the instants are spread evenly over the road (one in each of `points` equal
 * stretches, at a random place in it) and shuffled, so that no victim has a stretch of its own.
 */
export function planKills(points: number, seed: number): readonly Kill[] {
  const random = seededRandom(seed);
  const instants = Array.from({ length: points }, (_, stretch) => (stretch + random()) / points);
  for (let index = points - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [instants[index], instants[other]] = [instants[other]!, instants[index]!];
  }
  return instants.map((at, index) => ({ at, victim: VICTIMS[index % VICTIMS.length]! }));
}

/** Mulberry32: the same numbers for the same seed on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

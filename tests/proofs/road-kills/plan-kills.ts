import { PRINT_MOMENTS, type PrintMoment } from './print-moment.ts';

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

/** A blow at a share of a road of typical length (0 its beginning, 1 its end), or at a moment of the printing. */
export type Kill = { readonly victim: Victim } & (
  | { readonly at: number; readonly moment?: undefined }
  | { readonly moment: PrintMoment; readonly at?: undefined }
);

/** A card takes a small part of a road, and blows spread over the road miss it: these are aimed at it. */
export const PRINT_KILLS: readonly Kill[] = [
  ...PRINT_MOMENTS.map((moment) => ({ victim: 'print-host', moment }) as const),
  ...(['server', 'postgres', 'redis', 'launcher'] as const).map(
    (victim, index) => ({ victim, moment: PRINT_MOMENTS[(index + 1) % PRINT_MOMENTS.length]! }) as const,
  ),
];

/**
 * `points` kills, the victims in turn; the instants are spread evenly over the road (one in each of `points` equal
 * stretches, at a random place in it) and shuffled, so that no victim has a stretch of its own.
 */
export function planKills(points: number, seed: number): readonly (Kill & { readonly at: number })[] {
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

import type { ComparedPair } from './compared-pair.ts';
import { ratesOfSorted, type ErrorRates } from './error-rates.ts';

/** The middle 95 % of a rate over resampled persons. */
export type Interval = readonly [low: number, high: number];

export interface RateIntervals {
  readonly eer: Interval | undefined;
  readonly fnmr: readonly (Interval | undefined)[];
}

/**
 * How far chance reaches: persons (not pairs, which depend on each other) are drawn with replacement and
 * the rates computed again. A pair counts as often as both its persons were drawn. The draws are seeded:
 * the same pairs give the same intervals.
 */
export function bootstrapIntervals(pairs: readonly ComparedPair[], draws = 500): RateIntervals {
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  const persons = 1 + sorted.reduce((most, pair) => Math.max(most, ...pair.persons), -1);
  const random = lehmer(20_231);
  const rates: ErrorRates[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const times = new Uint16Array(persons);
    for (let i = 0; i < persons; i++) {
      const drawn = Math.floor(random() * persons);
      times[drawn] = (times[drawn] as number) + 1;
    }
    rates.push(ratesOfSorted(sorted, (pair) => timesOf(pair, times)));
  }
  return {
    eer: middle(rates.map(({ eer }) => eer)),
    fnmr: (rates[0]?.fnmr ?? []).map((_, i) => middle(rates.map(({ fnmr }) => fnmr[i]))),
  };
}

function timesOf({ persons: [a, b] }: ComparedPair, times: Uint16Array): number {
  return a === b ? (times[a] as number) : (times[a] as number) * (times[b] as number);
}

/** Undefined where most draws had too few pairs to measure the rate. */
function middle(values: readonly (number | undefined)[]): Interval | undefined {
  const known = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (known.length < values.length / 2) return undefined;
  const at = (share: number) => known[Math.min(known.length - 1, Math.floor(share * known.length))] as number;
  return [at(0.025), at(0.975)];
}

/** Park and Miller's generator: fixed, the same everywhere, good enough to draw persons. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

import type { ComparedPair } from './compared-pair.ts';

export const REPORTED_FMRS = [1e-2, 1e-3, 1e-4] as const;

/** Error rates as shares of 1. `undefined` = not measurable with so few pairs. */
export interface ErrorRates {
  readonly genuine: number;
  readonly impostor: number;
  readonly eer: number | undefined;
  /** False non-match rate at each of REPORTED_FMRS. */
  readonly fnmr: readonly (number | undefined)[];
}

/** A point of the trade-off: what happens if pairs at or above `score` are accepted. */
export interface OperatingPoint {
  readonly score: number;
  readonly fmr: number;
  readonly fnmr: number;
}

/**
 * An FMR is measurable where at least two impostor pairs would be expected to pass: fewer, and the
 * figure is the luck of a single pair.
 */
export function isMeasurable(fmr: number, impostors: number): boolean {
  return impostors * fmr >= 2;
}

/** Error rates of a list of pairs; each pair counts `weightOf` times (once without it). */
export function errorRates(
  pairs: readonly ComparedPair[],
  weightOf: (pair: ComparedPair) => number = () => 1,
): ErrorRates {
  return ratesOfSorted(
    [...pairs].sort((a, b) => b.score - a.score),
    weightOf,
  );
}

/** The same for pairs that are already sorted, highest score first. */
export function ratesOfSorted(
  sorted: readonly ComparedPair[],
  weightOf: (pair: ComparedPair) => number,
): ErrorRates {
  const points = operatingPoints(sorted, weightOf);
  const genuine = sum(
    sorted.filter((pair) => pair.genuine),
    weightOf,
  );
  const impostor = sum(
    sorted.filter((pair) => !pair.genuine),
    weightOf,
  );
  const fnmr = REPORTED_FMRS.map((fmr) => {
    return genuine > 0 && isMeasurable(fmr, impostor) ? fnmrAt(points, fmr) : undefined;
  });
  return { genuine, impostor, eer: genuine > 0 && impostor > 0 ? equalErrorRate(points) : undefined, fnmr };
}

function sum(pairs: readonly ComparedPair[], weightOf: (pair: ComparedPair) => number): number {
  return pairs.reduce((total, pair) => total + weightOf(pair), 0);
}

/** One point for each different score, from "accept nothing" to "accept all"; FMR grows, FNMR falls. */
export function operatingPoints(
  sorted: readonly ComparedPair[],
  weightOf: (pair: ComparedPair) => number = () => 1,
): OperatingPoint[] {
  const totals = { genuine: 0, impostor: 0 };
  for (const pair of sorted) totals[pair.genuine ? 'genuine' : 'impostor'] += weightOf(pair);
  const passed = { genuine: 0, impostor: 0 };
  const points: OperatingPoint[] = [{ score: Infinity, fmr: 0, fnmr: 1 }];
  sorted.forEach((pair, i) => {
    passed[pair.genuine ? 'genuine' : 'impostor'] += weightOf(pair);
    if (sorted[i + 1]?.score === pair.score) return;
    const fmr = totals.impostor > 0 ? passed.impostor / totals.impostor : 0;
    const fnmr = totals.genuine > 0 ? 1 - passed.genuine / totals.genuine : 0;
    points.push({ score: pair.score, fmr, fnmr: Math.max(0, fnmr) });
  });
  return points;
}

/** The lowest FNMR that keeps the FMR at or below the wanted one. */
function fnmrAt(points: readonly OperatingPoint[], fmr: number): number {
  let best = 1;
  for (const point of points) {
    if (point.fmr > fmr) break;
    best = point.fnmr;
  }
  return best;
}

/** Where the two rates cross; between two points the mean of the nearer pair of rates. */
export function equalErrorRate(points: readonly OperatingPoint[]): number {
  let previous = points[0] as OperatingPoint;
  for (const point of points) {
    if (point.fmr >= point.fnmr) {
      const [here, before] = [Math.max(point.fmr, point.fnmr), Math.max(previous.fmr, previous.fnmr)];
      const at = here <= before ? point : previous;
      return (at.fmr + at.fnmr) / 2;
    }
    previous = point;
  }
  return 0.5;
}

import calibration from '../calibration/iris-calibration.json' with { type: 'json' };
import { irisScore } from './iris-distance.ts';

/**
 * The score from which two templates are taken for the same eye, for a wanted false-match rate (the share
 * of pairs of different eyes that would pass), from the calibration file; between its rows the logarithm
 * of the rate is interpolated. Throws RangeError for a rate outside the file: no guess is made there.
 */
export function irisThreshold(falseMatchRate: number): number {
  return irisScore(irisDistanceLimit(falseMatchRate));
}

/** The same as a distance: pairs at or below it pass. */
export function irisDistanceLimit(falseMatchRate: number): number {
  const { falseMatchRates: rates, distances } = calibration;
  const row = rates.findIndex((rate) => rate <= falseMatchRate);
  const [from, to] = [rates[Math.max(0, row - 1)], rates[row]];
  if (row < 0 || from === undefined || to === undefined || falseMatchRate > from) {
    throw new RangeError(`the iris calibration does not reach a false-match rate of ${falseMatchRate}`);
  }
  if (from === to) return distances[row] as number;
  const t = Math.log(from / falseMatchRate) / Math.log(from / to);
  return (distances[row - 1] as number) * (1 - t) + (distances[row] as number) * t;
}

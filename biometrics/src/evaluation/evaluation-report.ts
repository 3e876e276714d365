import { bootstrapIntervals, type Interval } from './bootstrap.ts';
import type { ComparedPair } from './compared-pair.ts';
import { errorRates, REPORTED_FMRS } from './error-rates.ts';
import type { NamedPair, SetEvaluation } from './evaluate-set.ts';

/** The error rates of a list of pairs as lines of text. */
export function ratesReport(title: string, pairs: readonly ComparedPair[]): string {
  const rates = errorRates(pairs);
  const chance = bootstrapIntervals(pairs);
  const rows = REPORTED_FMRS.map((fmr, i) => {
    return `  FNMR at FMR ${fmr.toExponential(0)}  ${figure(rates.fnmr[i], chance.fnmr[i])}`;
  });
  return [
    `${title}: ${rates.genuine} genuine and ${rates.impostor} impostor pairs`,
    `  EER               ${figure(rates.eer, chance.eer)}`,
    ...rows,
  ].join('\n');
}

function figure(rate: number | undefined, interval: Interval | undefined): string {
  if (rate === undefined) return 'not measurable here';
  const value = `${percent(rate)} %`;
  return interval ? `${value}  (95 %: ${percent(interval[0])} to ${percent(interval[1])})` : value;
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}

/** Failures to enrol and times of one set. */
export function workReport({ images, failures, extractionMs, pairsPerSecond }: SetEvaluation): string {
  const sorted = [...extractionMs].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  const reasons = failures.map(({ name, reason }) => `${name} (${reason})`).join(', ');
  return [
    `  failures to enrol ${failures.length} of ${images}${reasons ? `: ${reasons}` : ''}`,
    `  extraction        ${at(0.5)} ms median, ${at(0.95)} ms at the 95th percentile`,
    `  matching          ${Math.round(pairsPerSecond)} pairs a second`,
  ].join('\n');
}

/** The pairs to look at first: genuine ones that score lowest, impostors that score highest. */
export function worstPairsReport(pairs: readonly NamedPair[], count = 5): string {
  const line = ({ names, score }: NamedPair) => `${names.join(' / ')} ${score.toFixed(3)}`;
  const genuine = pairs.filter((pair) => pair.genuine).sort((a, b) => a.score - b.score);
  const impostor = pairs.filter((pair) => !pair.genuine).sort((a, b) => b.score - a.score);
  return [
    `  weakest genuine   ${genuine.slice(0, count).map(line).join(', ')}`,
    `  nearest impostors ${impostor.slice(0, count).map(line).join(', ')}`,
  ].join('\n');
}

import { bangkokDate } from '../calendar/bangkok-time.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';

/** How long a step took the last cases of its service: the middle of them, by two percentiles. */
export interface StepFigure {
  readonly cases: number;
  readonly lowSeconds: number;
  readonly highSeconds: number;
}

export type StepEstimate =
  /** Most of the last `cases` had left this step between the two days. */
  | { readonly kind: 'range'; readonly from: CalendarDate; readonly to: CalendarDate; readonly cases: number }
  /** It has taken longer than for most; a day would be a guess. */
  | { readonly kind: 'longer-than-usual'; readonly cases: number }
  | { readonly kind: 'not-enough-cases'; readonly cases: number };

/** Fewer than this say nothing about the next one (our choice). */
export const FEWEST_CASES = 20;
/** Most of the last so many: recent enough to follow the season, many enough to be steady (our choice). */
export const LAST_CASES = 200;
export const LOW_SHARE = 0.2;
export const HIGH_SHARE = 0.8;

/** When a case that has been in its step since `since` will probably leave it; never a promise, never a made-up day. */
export function estimateStep(figure: StepFigure | undefined, since: Date, now: Date): StepEstimate {
  const cases = figure?.cases ?? 0;
  if (!figure || cases < FEWEST_CASES) return { kind: 'not-enough-cases', cases };
  const [low, high] = [figure.lowSeconds, figure.highSeconds].map((s) => since.getTime() + s * 1000);
  if (now.getTime() > high!) return { kind: 'longer-than-usual', cases };
  const from = new Date(Math.max(low!, now.getTime()));
  return { kind: 'range', from: bangkokDate(from), to: bangkokDate(high!), cases };
}

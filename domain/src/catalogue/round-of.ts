import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CohortWindow, ServiceDefinition } from './service-definition.ts';

/** How the rounds of a service stand on a day. */
export interface Rounds {
  /** The round that is open on the day, by its days and not its hours. */
  readonly open?: CohortWindow;
  /** The next that has not begun. */
  readonly next?: CohortWindow;
  /** The last that was over before the day. */
  readonly over?: CohortWindow;
}

/**
 * The rounds of a service on a day, of those that take the nationality where it is known. Where two are open at once
 * the one that closes last counts: nobody is told to hurry who need not.
 */
export function roundsOn(
  { windows }: Pick<ServiceDefinition, 'windows'>,
  day: CalendarDate,
  nationality?: string,
): Rounds {
  const fitting = windows.filter(
    ({ nationalities }) => nationality === undefined || nationalities.includes(nationality),
  );
  // Whose nationality no round takes is told so by another finding; the rounds stand as they do for the others.
  const rounds = fitting.length > 0 ? fitting : windows;
  const open = latest(rounds.filter(({ opens, closes }) => opens <= day && day <= closes));
  const next = rounds.filter(({ opens }) => opens > day).sort((a, b) => (a.opens < b.opens ? -1 : 1))[0];
  const over = latest(rounds.filter(({ closes }) => closes < day));
  return { ...(open ? { open } : {}), ...(next ? { next } : {}), ...(over ? { over } : {}) };
}

const latest = (rounds: readonly CohortWindow[]): CohortWindow | undefined =>
  rounds.reduce<CohortWindow | undefined>(
    (best, round) => (best && best.closes >= round.closes ? best : round),
    undefined,
  );

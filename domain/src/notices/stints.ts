import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { EmploymentAct } from './employment-act.ts';

/** Everything that is said of one worker's time with one employer. */
export interface Stint {
  readonly employer: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  /** By a permit that names this employer. */
  readonly granted: boolean;
  /** The employer told the hire. */
  readonly hired: boolean;
  /** The worker told the start. */
  readonly confirmed: boolean;
  readonly sources: readonly string[];
}

/** Who speaks with more weight for the first day: the permit, then the employer under penalty, then the worker. */
const WEIGHT = { granted: 0, hire: 1, 'worker-start': 2, exit: 3 } as const;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In order of their first days; the same acts in any order give the same list. */
export function stintsOf(acts: readonly EmploymentAct[]): readonly Stint[] {
  const employers = [...new Set(acts.map(({ employer }) => employer))].sort(byText);
  return employers
    .flatMap((employer) => stintsWith(acts.filter((act) => act.employer === employer)))
    .sort((a, b) => byText(a.from, b.from) || byText(a.employer, b.employer));
}

/** An exit ends the stint that has begun; a beginning after it is another stint; an exit of nothing is dropped. */
function stintsWith(acts: readonly EmploymentAct[]): Stint[] {
  const sorted = [...acts].sort(
    (a, b) => byText(a.on, b.on) || WEIGHT[a.kind] - WEIGHT[b.kind] || byText(a.source, b.source),
  );
  const groups: EmploymentAct[][] = [];
  for (const act of sorted) {
    const current = groups.at(-1);
    const over = current?.some(({ kind, on }) => kind === 'exit' && on < act.on);
    if (act.kind === 'exit') current?.push(act);
    else if (!current || over) groups.push([act]);
    else current.push(act);
  }
  return groups.map(stintFrom);
}

function stintFrom(acts: readonly EmploymentAct[]): Stint {
  const said = (kind: EmploymentAct['kind']) => acts.filter((act) => act.kind === kind);
  const first = [...said('granted'), ...said('hire'), ...said('worker-start')][0]!;
  const until = said('exit').at(-1)?.on;
  return {
    employer: first.employer,
    from: first.on,
    ...(until === undefined ? {} : { until }),
    granted: said('granted').length > 0,
    hired: said('hire').length > 0,
    confirmed: said('worker-start').length > 0,
    sources: acts.map(({ source }) => source),
  };
}

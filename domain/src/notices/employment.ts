import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { EmploymentAct } from './employment-act.ts';
import { stintsOf, type Stint } from './stints.ts';

/** One employment, as the register holds it. */
export interface Employment {
  readonly employer: string;
  readonly from: CalendarDate;
  /** Last day; absent while it lasts. */
  readonly until?: CalendarDate;
  /** `exit`: the employer told it; `change`: the next employment put an end to it and the exit is still owed. */
  readonly endedBy?: 'exit' | 'change';
  readonly stint: Stint;
}

/** What the papers about one permit amount to. */
export interface EmploymentStanding {
  /** In order of time; they never overlap and at most the last is open: one truth. */
  readonly employments: readonly Employment[];
  /** What somebody says and nobody else bears out yet; it changes nothing. */
  readonly claims: readonly Stint[];
}

/**
 * The one truth about who employs the worker. It depends on what the papers say, never on the order in which they
 * came. An employer's hire alone does not take a worker away from another employer: it counts once the worker has told
 * it too, or once the earlier employment has ended. A worker's word alone counts once the employer has hired.
 */
export function employmentStanding(acts: readonly EmploymentAct[]): EmploymentStanding {
  const employments: Employment[] = [];
  const claims: Stint[] = [];
  for (const stint of stintsOf(acts)) {
    const from = firstDayOf(stint, employments.at(-1));
    if (from === undefined) claims.push(stint);
    else begin(employments, stint, from);
  }
  return { employments, claims };
}

/** The first day of a new employment; undefined while it is only a claim. */
function firstDayOf(stint: Stint, before: Employment | undefined): CalendarDate | undefined {
  if (stint.granted) return stint.from;
  if (!stint.hired) return undefined;
  if (stint.confirmed || !before) return stint.from;
  if (before.until === undefined) return undefined;
  // Nobody but the new employer speaks for this day: it cannot cut short what the old one has told.
  const next = addDays(before.until, 1);
  return stint.from > next ? stint.from : next;
}

function begin(employments: Employment[], stint: Stint, from: CalendarDate): void {
  if (stint.until !== undefined && stint.until < from) return;
  endBefore(employments, from);
  employments.push({
    employer: stint.employer,
    from,
    ...(stint.until === undefined ? {} : { until: stint.until, endedBy: 'exit' as const }),
    stint,
  });
}

/** A worker has one employer at a time: what still runs ends on the day before; what would begin later was none. */
function endBefore(employments: Employment[], from: CalendarDate): void {
  const until = addDays(from, -1);
  for (let last = employments.at(-1); last && runsOn(last, from); last = employments.at(-1)) {
    employments.pop();
    if (until < last.from) continue;
    employments.push({ ...last, until, endedBy: last.stint.until === undefined ? 'change' : 'exit' });
  }
}

/** True where the employment runs on this day or begins after it. */
const runsOn = ({ until }: Employment, day: CalendarDate): boolean => until === undefined || until >= day;

/** The employment on a day; undefined where there is none. */
export function employmentOn({ employments }: EmploymentStanding, day: CalendarDate): Employment | undefined {
  return employments.find(({ from, until }) => from <= day && (until === undefined || day <= until));
}

import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { NoticeAct } from '../catalogue/service-definition.ts';

/** What a paper says of one worker's employment; `granted` is the permit itself, the others come in notices. */
export type EmploymentActKind = 'granted' | 'hire' | 'worker-start' | 'exit';

/** One such statement. `employer` is any key under which the same employer is always the same text. */
export interface EmploymentAct {
  readonly kind: EmploymentActKind;
  readonly employer: string;
  /** The day that the statement speaks of, not the day on which it came. */
  readonly on: CalendarDate;
  /** Which notice or case says so. */
  readonly source: string;
}

/** What a notice does to the employment; nothing for one that only tells (delivery, particulars). */
const EFFECT: Readonly<Record<NoticeAct, EmploymentActKind | undefined>> = {
  hire: 'hire',
  'worker-start': 'worker-start',
  exit: 'exit',
  // s.50: the worker was not taken or left; for the employment that is an end.
  refusal: 'exit',
  delivery: undefined,
  particulars: undefined,
};

/** The employment act of a notice, undefined where the notice leaves the employment as it is. */
export function effectOf(act: NoticeAct | undefined): EmploymentActKind | undefined {
  return act && EFFECT[act];
}

import { ASSUMED, type Sourced } from '../catalogue/figure.ts';

interface DaysFigure extends Sourced {
  readonly value: number;
}

/**
 * How long an "I tried" may be told of and cited, in days after the moment of trying. No text of law sets either: the
 * live system had only paper and a screenshot (work-permit.md, part C 13).
 */
export const ATTEMPT_DAYS: Readonly<Record<'recordedWithin' | 'citedWithin', DaysFigure>> = {
  recordedWithin: { value: 60, ...ASSUMED('our proposal: what is older is no failure of today’s service') },
  citedWithin: { value: 90, ...ASSUMED('our proposal: the longest clock of the catalogue is 90 days') },
};

/** What must work for somebody to file and to pay for it; an outage of anything else kept nobody from it. */
export const NEEDED_TO_FILE = ['filing', 'documents', 'payment', 'everything'] as const;

/** Whether an outage of these kept people from filing. */
export function keepsFromFiling(affected: readonly string[]): boolean {
  return NEEDED_TO_FILE.some((one) => affected.includes(one));
}

/** Why an attempt moves no day; also the codes of refusals. */
export const NOT_COUNTED = [
  'attempt-unknown',
  'attempt-other-service',
  'attempt-cited',
  'attempt-too-old',
  'attempt-no-outage',
] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];

export const isNotCounted = (code: string | undefined): code is NotCounted =>
  (NOT_COUNTED as readonly (string | undefined)[]).includes(code);

/** An attempt on record, as far as it is asked whether it counts. */
export interface AttemptOnRecord {
  readonly serviceCode: string;
  readonly triedAt: Date;
  /** Another case was filed by it. */
  readonly cited: boolean;
  /** The outage that kept people from filing at that moment, where the log knows one. */
  readonly outageId: string | undefined;
}

export type AttemptAnswer =
  | { readonly counts: true; readonly at: Date; readonly outageId: string }
  | { readonly counts: false; readonly because: NotCounted };

/**
 * Whether something filed now counts as filed when it was tried, and at which moment: never later than now. Only our
 * own log of outages makes an attempt count; what the log does not bear out is left to people.
 */
export function countAttempt(
  attempt: AttemptOnRecord,
  filing: { readonly serviceCode: string; readonly now: Date },
): AttemptAnswer {
  const { serviceCode, triedAt, cited, outageId } = attempt;
  const days = (filing.now.getTime() - triedAt.getTime()) / 86_400_000;
  if (serviceCode !== filing.serviceCode) return no('attempt-other-service');
  if (cited) return no('attempt-cited');
  if (days > ATTEMPT_DAYS.citedWithin.value) return no('attempt-too-old');
  if (outageId === undefined) return no('attempt-no-outage');
  return { counts: true, at: triedAt < filing.now ? triedAt : filing.now, outageId };
}

const no = (because: NotCounted): AttemptAnswer => ({ counts: false, because });

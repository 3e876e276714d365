import { bangkokDate, bangkokInstant, isBankPause, type Instant } from '../calendar/bangkok-time.ts';
import { CERTAIN, type Sourced } from '../catalogue/figure.ts';

/** The time in which banks settle and a payment may hang; `HH:MM` in Bangkok, both minutes included. */
export const BANK_PAUSE = {
  from: '23:30',
  to: '23:59',
  ...CERTAIN('notice of the portal: do not pay between 23.30 and 23.59 [O; work-permit.md 2.6]'),
} as const satisfies Sourced & { from: string; to: string };

export interface BankPause {
  /** True inside the pause. */
  readonly now: boolean;
  readonly from: Date;
  /** The first moment after it. */
  readonly until: Date;
}

/**
 * The pause of this day in Bangkok. It is shown before paying and never stops a bank's report: money that moved
 * has moved.
 */
export function bankPauseOn(instant: Instant): BankPause {
  const day = bangkokDate(instant);
  return {
    now: isBankPause(instant),
    from: bangkokInstant(day, BANK_PAUSE.from),
    until: new Date(bangkokInstant(day, BANK_PAUSE.to).getTime() + 60_000),
  };
}

/**
 * Two clocks (decisions.md 11): business dates may run on a declared demo clock that every screen shows;
 * security times (tokens, leases, signatures, anchors) never do.
 */
export interface Clock {
  /** Real time: tokens, leases, signatures. */
  now(): Date;
  /** Business time: filing dates, due dates, cohort windows. */
  business(): Date;
  readonly demo: boolean;
}

/** An instant of the record, which the real clock stamped, as the business clock showed it then. */
export function asBusinessTime(clock: Clock, instant: Date): Date {
  return clock.demo
    ? new Date(instant.getTime() + clock.business().getTime() - clock.now().getTime())
    : instant;
}

/** The machine's clock; with `demoStart` the business clock runs on from that instant. */
export function systemClock(demoStart?: string): Clock {
  if (!demoStart) return { now: () => new Date(), business: () => new Date(), demo: false };
  const offsetMs = new Date(demoStart).getTime() - Date.now();
  return { now: () => new Date(), business: () => new Date(Date.now() + offsetMs), demo: true };
}

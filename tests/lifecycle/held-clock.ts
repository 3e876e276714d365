import type { Clock } from '@permit/server/clock.ts';

/** Business time that stands still until it is set; security time runs on. */
export interface HeldClock extends Clock {
  set(to: Date): void;
}

/** A clock that a test holds in its hand. */
export function heldClock(start: Date): HeldClock {
  let held = start;
  return {
    demo: true,
    now: () => new Date(),
    business: () => held,
    set: (to) => void (held = to),
  };
}

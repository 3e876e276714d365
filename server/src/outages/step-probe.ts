/** What was seen of a dependency so far. */
export interface ProbeState {
  /** The first of the present row of failures. */
  readonly failingSince: Date | undefined;
  readonly failures: number;
  readonly recoveredAt: Date | undefined;
  readonly successes: number;
  readonly down: boolean;
}

export interface WatchEvent {
  readonly kind: 'began' | 'ended';
  /** When it really began or ended, not when we were sure of it. */
  readonly at: Date;
}

export const NOTHING_SEEN: ProbeState = {
  failingSince: undefined,
  failures: 0,
  recoveredAt: undefined,
  successes: 0,
  down: false,
};

/** One slow answer is no outage, and one good answer no recovery. */
const FAILURES_TO_BEGIN = 3;
const SUCCESSES_TO_END = 2;

/** What is known after one more answer, and what that means. */
export function stepProbe(
  before: ProbeState,
  up: boolean,
  at: Date,
): { readonly state: ProbeState; readonly event: WatchEvent | undefined } {
  const state: ProbeState = {
    failingSince: up ? undefined : (before.failingSince ?? at),
    failures: up ? 0 : before.failures + 1,
    recoveredAt: up ? (before.recoveredAt ?? at) : undefined,
    successes: up ? before.successes + 1 : 0,
    down: before.down,
  };
  if (!before.down && state.failures >= FAILURES_TO_BEGIN)
    return { state: { ...state, down: true }, event: { kind: 'began', at: state.failingSince! } };
  if (before.down && state.successes >= SUCCESSES_TO_END)
    return { state: { ...state, down: false }, event: { kind: 'ended', at: state.recoveredAt! } };
  return { state, event: undefined };
}

import { applicationMachine, type ApplicationState } from '../machines/application-machine.ts';

/**
 * What happens when nobody acts in time. `move`: the system ends the wait by itself; `stand`: nothing moves, only
 * the term is over; `list`: somebody is shown what waits, because only a person may go on from here.
 */
export type Remedy =
  | { readonly kind: 'move'; readonly to: ApplicationState; readonly graceMinutes: number }
  | { readonly kind: 'stand' }
  | { readonly kind: 'list' };

/** The bank reports a payment of the last minute after its pause (23.30-23.59), so an unpaid bill waits for it. */
const BANK_GRACE_MINUTES = 120;

const LIST: Remedy = { kind: 'list' };

/** Every remedy that the application machine names. */
const REMEDIES: Readonly<Record<string, Remedy>> = {
  expire: { kind: 'move', to: 'expired', graceMinutes: BANK_GRACE_MINUTES },
  'remind-filer-then-expire': { kind: 'move', to: 'expired', graceMinutes: BANK_GRACE_MINUTES },
  'close-unanswered': { kind: 'move', to: 'closed-unanswered', graceMinutes: 0 },
  'remind-filer-then-delete-draft': { kind: 'move', to: 'withdrawn', graceMinutes: 0 },
  'let-refusal-stand': { kind: 'stand' },
  'list-for-supervisor': LIST,
  'list-for-head-of-office': LIST,
  'list-for-director-general': LIST,
  'remind-filer-and-list-uncollected': LIST,
};

/** The remedy of a state; undefined for a final one. Throws RangeError on a remedy that no rule knows. */
export function remedyOf(state: ApplicationState): Remedy | undefined {
  const rule = applicationMachine.states[state];
  if (rule.final) return undefined;
  const remedy = REMEDIES[rule.remedy];
  if (!remedy) throw new RangeError(`no rule for the remedy ${rule.remedy}`);
  return remedy;
}

/** The moment from which the remedy is applied: the clock's end with the grace of its remedy. */
export function remedyAt(state: ApplicationState, dueAt: Date): Date {
  const remedy = remedyOf(state);
  const minutes = remedy?.kind === 'move' ? remedy.graceMinutes : 0;
  return new Date(dueAt.getTime() + minutes * 60_000);
}

/** States whose clock ends by itself; the others are listed for a person. */
export const SELF_ENDING_STATES: readonly ApplicationState[] = (
  Object.keys(applicationMachine.states) as ApplicationState[]
).filter((state) => {
  const remedy = remedyOf(state);
  return remedy !== undefined && remedy.kind !== 'list';
});

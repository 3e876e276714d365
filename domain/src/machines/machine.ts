/**
 * A state machine as data (decisions.md 2): who may move a record from which state to which, and for every
 * state that is not final who owes the next act, by when, and what is done when nobody acts. The same table
 * seeds the database's allowed pairs, draws the screens and drives the property tests.
 */

/** Who makes a move. Contractor staff never grant or refuse (work-permit.md 1.1). */
export const ACTORS = [
  'filer',
  'bank',
  'document-checker',
  'assistant-registrar',
  'registrar',
  'minister',
  'finance-officer',
  'clerk',
  'station',
  'print-worker',
  'print-host',
  'system',
] as const;
export type Actor = (typeof ACTORS)[number];

/** What a state waits for: who acts next, within which time, and who is rung when nobody does. */
export interface Waiting {
  readonly owner: Actor;
  /** Key of the clock; its length is data of the catalogue or of the office, never a number here. */
  readonly clock: string;
  /** What happens when the clock has run out: an act by the system or a place on somebody's list. */
  readonly remedy: string;
}

export type StateRule = { readonly final: true } | ({ readonly final?: false } & Waiting);

export interface Transition<State extends string> {
  readonly from: State;
  readonly to: State;
  /** The act, in the words of the operation that performs it. */
  readonly act: string;
  readonly by: readonly Actor[];
}

export interface Machine<State extends string> {
  readonly name: string;
  readonly initial: readonly State[];
  readonly states: Readonly<Record<State, StateRule>>;
  readonly transitions: readonly Transition<State>[];
}

/** Keeps the state names of a table as a union, so that the compiler completes every switch over it. */
export function defineMachine<State extends string>(machine: Machine<State>): Machine<State> {
  return machine;
}

/** The move from one state to another, or undefined where the table has none. */
export function findTransition<State extends string>(
  machine: Machine<State>,
  from: State,
  to: State,
): Transition<State> | undefined {
  return machine.transitions.find((transition) => transition.from === from && transition.to === to);
}

/** Every state that `act` may lead to from `from`, for this actor. */
export function movesOf<State extends string>(
  machine: Machine<State>,
  from: State,
  actor: Actor,
): readonly Transition<State>[] {
  return machine.transitions.filter(
    (transition) => transition.from === from && transition.by.includes(actor),
  );
}

/** True where nothing may follow. */
export function isFinal<State extends string>(machine: Machine<State>, state: State): boolean {
  return machine.states[state].final === true;
}

/**
 * What is wrong with a table: a waiting state without a way out, a final state with one, a state that cannot
 * be reached. Empty when sound.
 */
export function faultsOf<State extends string>(machine: Machine<State>): readonly string[] {
  const names = Object.keys(machine.states) as State[];
  const reachable = reachableFrom(machine);
  return names.flatMap((state) => {
    const canLeave = machine.transitions.some((transition) => transition.from === state);
    const faults: string[] = [];
    if (isFinal(machine, state) && canLeave) faults.push(`${machine.name}: final state ${state} can be left`);
    if (!isFinal(machine, state) && !canLeave) faults.push(`${machine.name}: ${state} has no way out`);
    if (!reachable.has(state)) faults.push(`${machine.name}: ${state} cannot be reached`);
    return faults;
  });
}

function reachableFrom<State extends string>(machine: Machine<State>): Set<State> {
  const seen = new Set<State>(machine.initial);
  for (const state of seen) {
    for (const transition of machine.transitions) if (transition.from === state) seen.add(transition.to);
  }
  return seen;
}

import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import type { EmploymentAct } from './employment-act.ts';
import { employmentStanding, type EmploymentStanding } from './employment.ts';
import type { Stint } from './stints.ts';

/** Who asks what is still missing of a change of employer. */
export type Viewer =
  { readonly kind: 'worker' | 'officer' } | { readonly kind: 'employer'; readonly employer: string };

export type ActState = 'done' | 'missing' | 'not-needed';

/** A change of employer as far as this viewer may know it: never who the other employer is, when or why. */
export interface SeenChange {
  readonly seenAs: 'new-employer' | 'old-employer' | 'worker' | 'officer';
  readonly acts: readonly { readonly code: string; readonly state: ActState }[];
  /** True once every required act is there (of those that this viewer may know of). */
  readonly complete: boolean;
}

/**
 * What is still missing of the newest change of employer. The old employer learns of it only once the worker has told
 * it too (or after its own exit notice): before that, a worker who looks for other work would be given away. The act
 * list comes from the composite's own data.
 */
export function changeSeenBy(
  composite: ServiceDefinition,
  acts: readonly EmploymentAct[],
  viewer: Viewer,
): SeenChange | undefined {
  const standing = employmentStanding(acts);
  const change = newestChange(standing);
  if (!change) return undefined;
  const seenAs = placeOf(change, viewer);
  if (!seenAs) return undefined;
  const states = statesOf(change);
  const known = (composite.acts ?? [])
    .filter(({ code }) => seenAs !== 'old-employer' || code === 'exit')
    .map(({ code, required }) => ({ code, required, state: stateOf(states, code, required) }));
  return {
    seenAs,
    acts: known.map(({ code, state }) => ({ code, state })),
    complete: known.every(({ required, state }) => !required || state !== 'missing'),
  };
}

interface Change {
  readonly to: Stint;
  /** The stint that it takes the place of; undefined for a first employment. */
  readonly from: Stint | undefined;
  /** False while it is only claimed. */
  readonly effective: boolean;
}

function newestChange({ employments, claims }: EmploymentStanding): Change | undefined {
  const claim = claims.at(-1);
  const last = employments.at(-1);
  if (claim && (!last || claim.from >= last.from)) return { to: claim, from: last?.stint, effective: false };
  if (!last || last.stint.granted) return undefined;
  return { to: last.stint, from: employments.at(-2)?.stint, effective: true };
}

function placeOf({ to, from, effective }: Change, viewer: Viewer): SeenChange['seenAs'] | undefined {
  if (viewer.kind !== 'employer') return viewer.kind;
  if (viewer.employer === to.employer) return to.hired ? 'new-employer' : undefined;
  const mayKnow = (effective && to.confirmed) || from?.until !== undefined;
  return viewer.employer === from?.employer && mayKnow ? 'old-employer' : undefined;
}

function statesOf({ to, from }: Change): Readonly<Record<string, ActState>> {
  return {
    hire: to.hired ? 'done' : 'missing',
    'worker-start': to.confirmed ? 'done' : 'missing',
    exit:
      !from || from.employer === to.employer ? 'not-needed' : from.until === undefined ? 'missing' : 'done',
  };
}

function stateOf(states: Readonly<Record<string, ActState>>, code: string, required: boolean): ActState {
  return states[code] ?? (required ? 'missing' : 'not-needed');
}

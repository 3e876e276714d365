import type { PermitState } from '../machines/permit-machine.ts';

export interface EndedPermit {
  /** What the permit was when the order ended it. */
  readonly was: PermitState;
  readonly validTo: string;
  /** The same person holds another permit in force by now: nobody holds two. */
  readonly holdsAnother: boolean;
}

export type RestoredState = Extract<PermitState, 'temporary' | 'active' | 'expired' | 'replaced'>;

/**
 * What a permit is once the order that ended it is set aside on `today`: what it was, as far as time and a newer permit
 * let it be. Whether a renewal keeps it pending is settled by its renewals, like everywhere.
 */
export function restoredPermit({ was, validTo, holdsAnother }: EndedPermit, today: string): RestoredState {
  if (holdsAnother) return 'replaced';
  if (today > validTo) return 'expired';
  return was === 'temporary' ? 'temporary' : 'active';
}

import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PermitState } from '../machines/permit-machine.ts';

/** Where the dates of the permit before come from: our own permit, an imported register, or the filer's word. */
export const PREVIOUS_PERMIT_SOURCES = ['ours', 'imported', 'typed'] as const;
export type PreviousPermitSource = (typeof PREVIOUS_PERMIT_SOURCES)[number];

/** A permit that was ended by an act and not by its date. */
export type EndedBy = Extract<PermitState, 'revoked' | 'replaced' | 'cancelled'>;

/** The permit before this case, as far as it is known. */
export interface PreviousPermit {
  readonly source: PreviousPermitSource;
  readonly expires?: CalendarDate | undefined;
  readonly ended?: EndedBy | undefined;
}

/** The act that ended a permit; undefined where only its date counts. */
export function endedBy(state: PermitState): EndedBy | undefined {
  return state === 'revoked' || state === 'replaced' || state === 'cancelled' ? state : undefined;
}

/** A record that was proved to be this person's goes before what the filer typed; undefined where nothing is known. */
export function previousPermit(
  typed: { readonly expires?: CalendarDate | undefined } | undefined,
  onRecord: PreviousPermit | undefined,
): PreviousPermit | undefined {
  if (onRecord && (onRecord.expires || onRecord.ended)) return onRecord;
  return typed?.expires ? { source: 'typed', expires: typed.expires } : undefined;
}

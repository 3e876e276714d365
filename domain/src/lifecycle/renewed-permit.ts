import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ApplicationState } from '../machines/application-machine.ts';
import type { PermitState } from '../machines/permit-machine.ts';

/** A renewal that names a permit. */
export interface RenewalOfPermit {
  readonly state: ApplicationState;
  /** The day on which it was filed and its fee was paid; undefined while it is not paid. */
  readonly filedOn: CalendarDate | undefined;
  /** Whether an appeal against its refusal keeps it pending: data of the service, uncertain. */
  readonly pendingWhileAppealed: boolean;
}

const PENDING: readonly ApplicationState[] = [
  'in-document-check',
  'needs-documents',
  'with-assistant-registrar',
  'with-registrar',
  'awaiting-permit-fee',
  'granted',
];
/** A permit with a card in the hand, or after its last day; any other is not touched by a renewal. */
const RENEWABLE: readonly PermitState[] = ['active', 'renewal-pending', 'expired'];

/** What a renewal does to the permit that it names, and why; the code goes into the history. */
export interface RenewalEffect {
  readonly to: PermitState;
  readonly because: 'renewed' | 'renewal-filed-in-time' | 'renewal-ended';
}

/**
 * What all renewals that name a permit make of it on `today`; undefined where it stays as it is. Section 67 of the
 * Decree: who filed before the last day was over may go on working until it is decided, also after that day. The day
 * of filing counts, not the day on which the bank told of the payment, so a permit that its clock has ended meanwhile
 * comes back. A renewal in the hand replaces the permit, whenever it was filed.
 */
export function renewalEffect(
  permit: { readonly state: PermitState; readonly validTo: string },
  renewals: readonly RenewalOfPermit[],
  today: CalendarDate,
): RenewalEffect | undefined {
  if (!RENEWABLE.includes(permit.state)) return undefined;
  if (renewals.some(({ state }) => state === 'completed')) return { to: 'replaced', because: 'renewed' };
  const pending = renewals.some((renewal) => isPending(renewal) && isInTime(renewal, permit.validTo));
  if (pending) return effect(permit.state, 'renewal-pending', 'renewal-filed-in-time');
  if (permit.state !== 'renewal-pending') return undefined;
  return { to: today > permit.validTo ? 'expired' : 'active', because: 'renewal-ended' };
}

const effect = (from: PermitState, to: PermitState, because: RenewalEffect['because']) =>
  from === to ? undefined : { to, because };

const isPending = ({ state, pendingWhileAppealed }: RenewalOfPermit): boolean =>
  PENDING.includes(state) || (state === 'under-appeal' && pendingWhileAppealed);

const isInTime = ({ filedOn }: RenewalOfPermit, validTo: string): boolean =>
  filedOn !== undefined && filedOn <= validTo;

import type { ApplicationState } from '../machines/application-machine.ts';
import type { CaptureState } from '../machines/capture-machine.ts';
import type { CardState } from '../machines/card-machine.ts';
import type { CorrectionState } from '../machines/correction-machine.ts';
import type { DossierPaperState } from '../machines/dossier-paper-machine.ts';
import type { MessageState } from '../machines/message-machine.ts';
import type { NoticeState } from '../machines/notice-machine.ts';
import type { PermitEndState } from '../machines/permit-end-machine.ts';
import type { PermitState } from '../machines/permit-machine.ts';
import type { PermitOrderState } from '../machines/permit-order-machine.ts';
import type { PrintOrderState } from '../machines/print-order-machine.ts';
import type { RefundState } from '../machines/refund-machine.ts';
import type { VisitState } from '../machines/visit-machine.ts';
import type { AttentionKind } from './attention-reach.ts';

/**
 * How a record that waits can never be stuck unseen. `clock`: software ends the wait when its time is over, and logs
 * what it cannot end. `list`: it stands on somebody's attention list. `case`: it waits for its application, which has
 * a row of its own here. `station`: the server has no such record, the station shows it. `rest`: nobody owes anything.
 */
export type Watched =
  | { readonly by: 'clock' }
  | { readonly by: 'list'; readonly kind: AttentionKind }
  | { readonly by: 'case' }
  | { readonly by: 'station' }
  | { readonly by: 'rest' };

const clock: Watched = { by: 'clock' };
const inList = (kind: AttentionKind): Watched => ({ by: 'list', kind });

/** Every state that waits; a final one is left out. A test holds the table to the machines. */
export const WATCHED = {
  application: {
    draft: clock,
    'awaiting-payment': clock,
    'in-document-check': inList('case-overdue'),
    'needs-documents': clock,
    'with-assistant-registrar': inList('case-overdue'),
    'with-registrar': inList('case-overdue'),
    'awaiting-permit-fee': clock,
    granted: inList('card-uncollected'),
    refused: clock,
    'under-appeal': inList('appeal-overdue'),
  },
  notice: { received: inList('notice-overdue'), 'correction-asked': inList('notice-overdue') },
  visit: {
    booked: clock,
    ticketed: clock,
    'checked-in': inList('visit-left-open'),
    'in-progress': inList('visit-left-open'),
    // Who did not come has a granted case, and that is listed as uncollected.
    'no-show': { by: 'case' },
  },
  capture: {
    open: { by: 'station' },
    sealed: { by: 'station' },
    received: inList('capture-waits'),
    searching: inList('capture-waits'),
    held: inList('capture-held'),
  },
  'print-order': {
    queued: inList('print-waits'),
    rendered: inList('print-waits'),
    reserved: clock,
    sending: clock,
    unknown: inList('print-unknown'),
    printed: inList('print-waits'),
  },
  card: {
    ready: inList('card-waits'),
    'in-transit': inList('card-waits'),
    returned: inList('card-waits'),
    void: inList('card-waits'),
  },
  permit: {
    temporary: clock,
    active: clock,
    'renewal-pending': { by: 'case' },
    expired: { by: 'rest' },
    revoked: { by: 'rest' },
    cancelled: { by: 'rest' },
  },
  'permit-order': {
    // The order stands, whether its term runs or is over; a late appeal is received too.
    issued: { by: 'rest' },
    'under-appeal': inList('order-appeal-overdue'),
  },
  'permit-end': { asked: inList('permit-end-waits') },
  refund: { requested: inList('refund-overdue'), approved: inList('refund-overdue') },
  message: { queued: inList('message-waits'), failed: inList('message-waits') },
  correction: { asked: inList('correction-waits') },
  'dossier-paper': {
    'to-check': inList('dossier-waits'),
    // Its last day is read from the date; the next draft asks for another.
    checked: { by: 'rest' },
  },
} as const satisfies {
  application: Partial<Record<ApplicationState, Watched>>;
  notice: Partial<Record<NoticeState, Watched>>;
  visit: Partial<Record<VisitState, Watched>>;
  capture: Partial<Record<CaptureState, Watched>>;
  'print-order': Partial<Record<PrintOrderState, Watched>>;
  card: Partial<Record<CardState, Watched>>;
  permit: Partial<Record<PermitState, Watched>>;
  'permit-order': Partial<Record<PermitOrderState, Watched>>;
  'permit-end': Partial<Record<PermitEndState, Watched>>;
  refund: Partial<Record<RefundState, Watched>>;
  message: Partial<Record<MessageState, Watched>>;
  correction: Partial<Record<CorrectionState, Watched>>;
  'dossier-paper': Partial<Record<DossierPaperState, Watched>>;
};

export type WatchedMachine = keyof typeof WATCHED;

/** The states of a machine that stand on this list. */
export function statesListedAs(machine: WatchedMachine, kind: AttentionKind): readonly string[] {
  return Object.entries<Watched>(WATCHED[machine]).flatMap(([state, watched]) =>
    watched.by === 'list' && watched.kind === kind ? [state] : [],
  );
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * After how many seconds in its state something without a legal clock of its own is listed. No source names them:
 * they are ours, long enough that a quiet day lists nothing.
 */
export const LISTED_AFTER_SECONDS = {
  application: 30 * DAY,
  notice: 15 * DAY,
  refund: 30 * DAY,
  capture: HOUR,
  message: HOUR,
  'dossier-paper': 3 * DAY,
  'print-order': { queued: HOUR, rendered: DAY, printed: DAY },
  card: { ready: 30 * DAY, 'in-transit': 7 * DAY, returned: 7 * DAY, void: 30 * DAY },
} as const;

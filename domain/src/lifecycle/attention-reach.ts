import type { Role } from '../staff/roles.ts';

/** Kinds of what waits beyond its time or for somebody's hand. */
export const ATTENTION_KINDS = [
  'case-overdue',
  'ended-in-outage',
  'card-uncollected',
  'appeal-overdue',
  'order-appeal-overdue',
  'permit-end-waits',
  'correction-waits',
  'notice-overdue',
  'refund-overdue',
  'capture-held',
  'capture-waits',
  'visit-left-open',
  'print-unknown',
  'print-waits',
  'card-waits',
  'dossier-waits',
  'packet-set-aside',
  'payment-set-aside',
  'job-failed',
  'message-waits',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

const OFFICERS = ['assistant-registrar', 'registrar', 'head-of-office'] as const;

/**
 * Who is shown what waits, who has to act next and what is done: a row for each kind, so that nothing can be stuck
 * without somebody who sees it. `whole`: the kind hangs on no case of the caller and is read across all of them.
 */
export const ATTENTION_REACH = {
  'case-overdue': { seenBy: OFFICERS, waitsFor: 'owner-of-state', remedy: 'take-the-case', whole: false },
  'ended-in-outage': {
    seenBy: OFFICERS,
    waitsFor: 'filer',
    remedy: 'invite-to-file-again',
    whole: true,
  },
  'card-uncollected': { seenBy: OFFICERS, waitsFor: 'filer', remedy: 'remind-filer', whole: false },
  'appeal-overdue': { seenBy: OFFICERS, waitsFor: 'minister-office', remedy: 'ask-the-office', whole: false },
  'order-appeal-overdue': {
    seenBy: OFFICERS,
    waitsFor: 'minister-office',
    remedy: 'ask-the-office',
    whole: false,
  },
  'permit-end-waits': { seenBy: OFFICERS, waitsFor: 'registrar', remedy: 'decide-permit-end', whole: false },
  'correction-waits': { seenBy: OFFICERS, waitsFor: 'registrar', remedy: 'decide-correction', whole: false },
  'notice-overdue': {
    seenBy: OFFICERS,
    waitsFor: 'owner-of-state',
    remedy: 'answer-the-notice',
    whole: false,
  },
  'refund-overdue': {
    seenBy: ['finance-officer', 'head-of-office'],
    waitsFor: 'finance-officer',
    remedy: 'decide-or-pay-out',
    whole: true,
  },
  'capture-held': { seenBy: OFFICERS, waitsFor: 'registrar', remedy: 'adjudicate', whole: false },
  'capture-waits': {
    seenBy: ['administrator'],
    waitsFor: 'administrator',
    remedy: 'look-at-workers',
    whole: true,
  },
  'visit-left-open': {
    seenBy: ['centre-supervisor'],
    waitsFor: 'clerk',
    remedy: 'finish-or-let-it-end',
    whole: true,
  },
  'print-unknown': {
    seenBy: ['centre-supervisor'],
    waitsFor: 'clerk',
    remedy: 'look-at-printer',
    whole: true,
  },
  'print-waits': {
    seenBy: ['centre-supervisor', 'administrator'],
    waitsFor: 'centre-supervisor',
    remedy: 'look-at-printer-and-lane',
    whole: true,
  },
  'card-waits': {
    seenBy: ['centre-supervisor'],
    waitsFor: 'clerk',
    remedy: 'look-at-the-shelf',
    whole: true,
  },
  'dossier-waits': {
    seenBy: ['centre-supervisor', 'administrator'],
    waitsFor: 'document-checker',
    remedy: 'check-the-dossier',
    whole: true,
  },
  'packet-set-aside': {
    seenBy: ['centre-supervisor', 'administrator'],
    waitsFor: 'centre-supervisor',
    remedy: 'ask-station-and-capture-again',
    whole: true,
  },
  'payment-set-aside': {
    seenBy: ['head-of-office', 'administrator', 'finance-officer'],
    waitsFor: 'finance-officer',
    remedy: 'match-or-refund',
    whole: true,
  },
  'job-failed': {
    seenBy: ['administrator'],
    waitsFor: 'administrator',
    remedy: 'mend-and-retry',
    whole: true,
  },
  'message-waits': {
    seenBy: ['administrator'],
    waitsFor: 'administrator',
    remedy: 'look-at-mail-and-sms',
    whole: true,
  },
} as const satisfies Record<
  AttentionKind,
  { seenBy: readonly Role[]; waitsFor: string; remedy: string; whole: boolean }
>;

/** The kinds that a role is shown. */
export function attentionKindsOf(role: Role): readonly AttentionKind[] {
  return ATTENTION_KINDS.filter((kind) => (ATTENTION_REACH[kind].seenBy as readonly Role[]).includes(role));
}

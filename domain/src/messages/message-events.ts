/**
 * What people are told, as data. A message carries the application's number and dates, never a name of a worker, a
 * passport number or a reason in free words: whoever reads the telephone of another must learn nothing.
 */
export interface MessageRule {
  /** Values that the caller hands in, as text: codes, dates (CalendarDate), amounts in satang; never personal data. */
  readonly values: readonly MessageValue[];
  /** Page that the link opens; all of them ask for a sign-in first, except `recover`. */
  readonly page: 'case' | 'bills' | 'account' | 'delegations' | 'notices' | 'recover';
  /** Sent to every confirmed address, so that who holds one of them cannot hide it from the other. */
  readonly security: boolean;
  /** Carries a text of law: production sends it only in wordings that a native speaker has signed for. */
  readonly legal: boolean;
}

export const MESSAGE_VALUES = ['dueOn', 'amountSatang', 'items', 'days', 'appealBy', 'until', 'at'] as const;
export type MessageValue = (typeof MESSAGE_VALUES)[number];

interface Given<Values extends readonly MessageValue[]> {
  readonly page: MessageRule['page'];
  readonly values: Values;
  readonly security?: boolean;
  readonly legal?: boolean;
}

/** Keeps the list of values as a type, so that a caller who forgets one does not compile. */
function rule<const Values extends readonly MessageValue[]>(given: Given<Values>) {
  const { page, values, security = false, legal = false } = given;
  return { page, values, security, legal };
}

/** Every event that a message is made of; who calls `queueMessage` names one. */
export const MESSAGE_EVENTS = {
  'account-registered': rule({ page: 'account', values: [] }),
  'contact-code': rule({ page: 'account', values: [] }),
  'application-filed': rule({ page: 'case', values: [] }),
  'bill-due': rule({ page: 'case', values: ['amountSatang', 'dueOn'] }),
  'bill-due-tomorrow': rule({ page: 'case', values: ['amountSatang', 'dueOn'] }),
  'application-sent-back': rule({ page: 'case', values: ['items', 'dueOn'] }),
  'answer-due-tomorrow': rule({ page: 'case', values: ['dueOn'] }),
  'draft-ends-soon': rule({ page: 'case', values: ['dueOn'] }),
  'visit-due-soon': rule({ page: 'case', values: ['dueOn'] }),
  'application-granted': rule({ page: 'case', values: [] }),
  'application-refused': rule({ page: 'case', values: ['days', 'appealBy'], legal: true }),
  'application-ended': rule({ page: 'case', values: [] }),
  'card-ready': rule({ page: 'case', values: [] }),
  'permit-revoked': rule({ page: 'case', values: ['days', 'appealBy'], legal: true }),
  'permit-cancelled': rule({ page: 'case', values: ['days', 'appealBy'], legal: true }),
  'worker-permit-ended': rule({ page: 'notices', values: [] }),
  'permit-end-asked': rule({ page: 'case', values: [] }),
  'permit-end-refused': rule({ page: 'case', values: [] }),
  'appeal-upheld': rule({ page: 'case', values: [] }),
  'permit-restored': rule({ page: 'case', values: [] }),
  'refund-approved': rule({ page: 'case', values: ['amountSatang'] }),
  'refund-refused': rule({ page: 'case', values: ['amountSatang'] }),
  'refund-paid': rule({ page: 'case', values: ['amountSatang'] }),
  'correction-granted': rule({ page: 'case', values: [] }),
  'correction-refused': rule({ page: 'case', values: [] }),
  'new-sign-in': rule({ page: 'account', values: ['at'], security: true }),
  'recovery-code': rule({ page: 'recover', values: [] }),
  'account-recovered': rule({ page: 'account', values: ['at'], security: true }),
  'delegation-given': rule({ page: 'delegations', values: ['until'] }),
  'delegation-ended': rule({ page: 'delegations', values: [] }),
  'correction-asked': rule({ page: 'notices', values: ['dueOn'] }),
  'account-taken-back': rule({ page: 'account', values: [], security: true }),
  'claim-decided': rule({ page: 'account', values: [] }),
} as const satisfies Record<string, MessageRule>;

export type MessageEvent = keyof typeof MESSAGE_EVENTS;

/** The rule of an event; undefined for a name that is none (a job row of a newer version). */
export function messageRule(event: string): MessageRule | undefined {
  return Object.hasOwn(MESSAGE_EVENTS, event) ? MESSAGE_EVENTS[event as MessageEvent] : undefined;
}

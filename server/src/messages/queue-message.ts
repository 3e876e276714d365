import type { MESSAGE_EVENTS, MessageEvent } from '@permit/domain/messages/message-events.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { queueJob } from '../jobs/queue-job.ts';

/** Whom an event is told: one account, whoever acts for a party, or whoever acts in a case for its own side. */
export type MessageRecipient =
  { readonly account: string } | { readonly party: string } | { readonly case: string };

export interface QueuedMessage<Event extends MessageEvent = MessageEvent> {
  readonly event: Event;
  /** Names the event for ever: a second call with the same key is no second message. `bill:ID:due` for instance. */
  readonly key: string;
  readonly to: MessageRecipient;
  /** The case that it speaks of (its number and service are read from it); the recipient `case` implies it. */
  readonly applicationId?: string;
  /** Codes, CalendarDates, satang as text; never a name, a number of a paper or free text. */
  readonly values: Readonly<Record<(typeof MESSAGE_EVENTS)[Event]['values'][number], string>>;
}

/**
 * Tells people of an event, in the transaction of the act: rolled back with it, sent after its commit. Any class of
 * caller may queue; who is told, in which language and where, is found out by the worker (`address-message`).
 */
export async function queueMessage<Event extends MessageEvent>(
  tx: Tx,
  message: QueuedMessage<Event>,
): Promise<void> {
  const [kind, recipient] = Object.entries(message.to)[0] as [string, string];
  const applicationId = message.applicationId ?? (kind === 'case' ? recipient : null);
  const id = newId();
  const details = JSON.stringify(message.values);
  tx.tell(QUEUE(id, message.key, message.event, kind, recipient, applicationId, details));
  await queueJob(tx, 'address-message', { eventId: id }, `message:${message.key}`);
}

// Without a conflict target: naming one would want the right to read the rows of others.
const QUEUE = statement(
  `INSERT INTO message_events (id, event_key, event, recipient_kind, recipient_id, application_id, details)
   VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
);

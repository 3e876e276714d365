import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { daysBetween } from '@permit/domain/calendar/calendar-date.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { Application } from '../applications/application-store.ts';
import type { Tx } from '../database/transaction.ts';
import { queueMessage } from '../messages/queue-message.ts';

interface Move {
  readonly to: ApplicationState;
  readonly due: Date | undefined;
  /** What was sent back, as JSON text of the case. */
  readonly requested?: string | undefined;
}

/** Tells the filer's side what became of their case, where a move is one that they wait for. */
export async function tellOfMove(tx: Tx, application: Application, move: Move): Promise<void> {
  const to = { case: application.id };
  // A case can be sent back more than once: the request names the event.
  const key = `case:${application.id}:${move.to}:${tx.requestId}`;
  const dueOn = move.due && bangkokDate(move.due);
  if (move.to === 'needs-documents' && dueOn) {
    const requested = JSON.parse(move.requested ?? '[]') as { item: string }[];
    const items = requested.map(({ item }) => item).join(',');
    await queueMessage(tx, { event: 'application-sent-back', key, to, values: { items, dueOn } });
  }
  if (move.to === 'refused' && dueOn) {
    const days = String(daysBetween(bangkokDate(tx.deps.clock.business()), dueOn));
    await queueMessage(tx, { event: 'application-refused', key, to, values: { days, appealBy: dueOn } });
  }
  if (move.to === 'awaiting-permit-fee' || move.to === 'granted')
    await queueMessage(tx, { event: 'application-granted', key, to, values: {} });
}

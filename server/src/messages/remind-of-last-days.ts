import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { queueMessage } from './queue-message.ts';

const DAY_MS = 86_400_000;
const AT_ONCE = 200;

type Reminder = 'answer-due-tomorrow' | 'draft-ends-soon' | 'visit-due-soon';

/**
 * The states whose remedy is to remind the filer, and how many days before their last one. The day before an answer is
 * due leaves time to send a paper; a draft and a visit are of weeks. Ours: no source names them.
 */
const REMINDERS: readonly { state: ApplicationState; days: number; event: Reminder }[] = [
  { state: 'needs-documents', days: 1, event: 'answer-due-tomorrow' },
  { state: 'draft', days: 7, event: 'draft-ends-soon' },
  { state: 'granted', days: 14, event: 'visit-due-soon' },
];

interface DueCase {
  readonly id: string;
  readonly due_at: Date;
}

/** Tells filers that a last day of theirs comes near, once for each last day; repeated by the worker. */
export function remindOfLastDays(deps: Deps): Promise<void> {
  return inTransaction(deps, SYSTEM, 'remind-of-last-days', async (tx) => {
    for (const { state, days, event } of REMINDERS)
      for (const { id, due_at } of await dueWithin(tx, state, days)) {
        const dueOn = bangkokDate(due_at);
        await queueMessage(tx, { event, key: keyOf(state, id, dueOn), to: { case: id }, values: { dueOn } });
      }
  });
}

const keyOf = (state: string, id: string, dueOn: string): string => `case:${id}:last-day:${state}:${dueOn}`;

function dueWithin(tx: Tx, state: ApplicationState, days: number): Promise<DueCase[]> {
  const now = tx.deps.clock.business();
  return (
    tx
      .db('applications as a')
      .where('a.state', state)
      .whereBetween('a.due_at', [now, new Date(now.getTime() + days * DAY_MS)])
      .whereRaw(
        `NOT EXISTS (SELECT FROM message_events e WHERE e.event_key =
         'case:' || a.id || ':last-day:' || a.state || ':' || to_char(a.due_at AT TIME ZONE 'Asia/Bangkok', 'YYYY-MM-DD'))`,
      )
      // Nobody is asked to come for the card of a permit that an order ended.
      .whereRaw(
        `NOT EXISTS (SELECT FROM permits p WHERE p.application_id = a.id AND p.state IN ('revoked', 'cancelled'))`,
      )
      .orderBy('a.due_at')
      .limit(AT_ONCE)
      .select<DueCase[]>('a.id', 'a.due_at')
  );
}

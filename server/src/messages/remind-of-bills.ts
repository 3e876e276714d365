import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { CASE_WAITS_FOR } from '@permit/domain/money/case-waits-for-bill.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { queueMessage } from './queue-message.ts';

const DAY_MS = 86_400_000;
const AT_ONCE = 200;

interface DueBill {
  readonly id: string;
  readonly application_id: string;
  readonly amount_satang: number;
  readonly due_at: Date;
}

/** Tells filers of unpaid bills that their case waits for and whose last day is tomorrow, each once; repeated by the worker. */
export function remindOfBills(deps: Deps): Promise<void> {
  const now = deps.clock.business();
  return inTransaction(deps, SYSTEM, 'remind-of-bills', async (tx) => {
    const bills = await tx
      .db('bills as b')
      .whereNull('b.paid_at')
      .join('applications as a', 'a.id', 'b.application_id')
      .whereIn(['b.kind', 'a.state'], Object.entries(CASE_WAITS_FOR))
      .whereBetween('b.due_at', [now, new Date(now.getTime() + DAY_MS)])
      .whereRaw(
        `NOT EXISTS (SELECT FROM message_events e WHERE e.event_key = 'bill:' || b.id || ':tomorrow')`,
      )
      .limit(AT_ONCE)
      .select<DueBill[]>('b.id', 'b.application_id', 'b.amount_satang', 'b.due_at');
    for (const bill of bills)
      await queueMessage(tx, {
        event: 'bill-due-tomorrow',
        key: `bill:${bill.id}:tomorrow`,
        to: { case: bill.application_id },
        values: { amountSatang: String(bill.amount_satang), dueOn: bangkokDate(bill.due_at) },
      });
  });
}

import type { CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { OrderKind } from '@permit/domain/lifecycle/permit-order-rules.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { queueMessage } from '../messages/queue-message.ts';
import type { PermitRow } from '../permits/permits-in-force.ts';

interface Told {
  readonly orderId: string;
  readonly permit: PermitRow;
  readonly kind: OrderKind;
  readonly appealBy: CalendarDate;
  /** From the order to the last day of an appeal. */
  readonly days: number;
}

/** Tells worker, employer and agent of the case, and whoever employs the holder now though the case is not theirs. */
export async function tellOfOrder(tx: Tx, { orderId, permit, kind, appealBy, days }: Told): Promise<void> {
  const key = `permit-order:${orderId}`;
  await queueMessage(tx, {
    event: kind === 'revoked' ? 'permit-revoked' : 'permit-cancelled',
    key,
    to: { case: permit.application_id },
    values: { appealBy, days: String(days) },
  });
  await tellEmployers(tx, permit, key);
}

/** By notices only: they see no case, and are told that one of their workers' permits has ended. */
async function tellEmployers(tx: Tx, permit: PermitRow, key: string): Promise<void> {
  const parties = await asJob(tx, () =>
    tx
      .db('employments as e')
      .joinRaw('CROSS JOIN unnest(e.parties) AS u (party_id)')
      .where('e.permit_id', permit.id)
      .whereNull('e.until_on')
      .whereRaw(
        `NOT EXISTS (SELECT FROM case_access c WHERE c.application_id = ? AND c.party_id = u.party_id
           AND (c.until IS NULL OR c.until > now()))`,
        [permit.application_id],
      )
      .distinct<{ party_id: string }[]>('u.party_id'),
  );
  for (const { party_id: party } of parties)
    await queueMessage(tx, {
      event: 'worker-permit-ended',
      key: `${key}:${party}`,
      to: { party },
      values: {},
    });
}

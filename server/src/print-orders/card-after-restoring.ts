import { asJob, type Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import { sealWordsOf } from '../people/words-of-people.ts';
import type { PermitRow } from '../permits/permits-in-force.ts';
import { printOrderQuery, selectPrintOrders, type PrintOrder } from './print-order-store.ts';
import { grantOpenReprint } from './reprint.ts';
import { openNextAttempt } from './spoil-card.ts';

/** Cards that exist for somebody to hold, now or soon. */
const LIVE = ['ready', 'in-transit', 'returned', 'handed-over'];

/**
 * The card of a permit that lives again after an appeal. What was cancelled with the permit comes as its next attempt;
 * where the card was made void, another is made under a code of its own, for which the appellant and whoever allowed
 * the appeal are the two persons. Not to be called within asJob.
 */
export async function cardAfterRestoring(
  tx: Tx,
  permit: PermitRow,
  { appellant, why }: { appellant: string; why: string },
): Promise<void> {
  const last = (await ordersOf(tx, permit.id)).at(-1);
  if (!last) return;
  if (last.state === 'cancelled' || last.state === 'spoiled') await openNextAttempt(tx, last);
  if (last.state !== 'passed') return;
  const live = await asJob(tx, () =>
    tx.db('cards').where('permit_id', permit.id).whereIn('state', LIVE).first('id'),
  );
  if (!live) await reprint(tx, permit, { last, appellant, why });
}

/** In the order of the cards that they are for. */
async function ordersOf(tx: Tx, permitId: string): Promise<PrintOrder[]> {
  const query = printOrderQuery(tx.db).where('o.permit_id', permitId);
  const ordered = query.orderBy([
    { column: 'o.revision' },
    { column: 'o.reprint_no' },
    { column: 'o.attempt' },
  ]);
  return asJob(tx, () => selectPrintOrders(ordered as never));
}

async function reprint(
  tx: Tx,
  permit: PermitRow,
  { last, appellant, why }: { last: PrintOrder; appellant: string; why: string },
): Promise<void> {
  const reason_sealed = await sealWordsOf(tx, permit.worker_person, why);
  const requestId = await asJob(tx, async () => {
    const open = await tx
      .db('reprint_requests')
      .where('permit_id', permit.id)
      .whereNull('granted_by')
      .first<{ public_id: string } | undefined>('public_id');
    if (open) return open.public_id;
    const publicId = newPublicId();
    await tx.db('reprint_requests').insert({
      id: newId(),
      public_id: publicId,
      permit_id: permit.id,
      application_id: permit.application_id,
      centre_party: last.centreParty,
      reason_sealed,
      asked_by: appellant,
    });
    return publicId;
  });
  await grantOpenReprint(tx, requestId);
}

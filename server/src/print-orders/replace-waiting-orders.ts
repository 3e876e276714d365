import type { PrintOrderState } from '@permit/domain/machines/print-order-machine.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { auditPrint } from './print-card.ts';
import { movePrintOrder, printOrderQuery, selectPrintOrders, type PrintOrder } from './print-order-store.ts';
import { openNextAttempt } from './spoil-card.ts';

/** A blank is set aside or a card may exist: nobody could say of which data it is. */
const BEGUN: readonly PrintOrderState[] = ['reserved', 'sending', 'unknown', 'printed'];

/**
 * What a permit is about to say changes: a card that waits is made anew, of what stands there then. One that was
 * rendered gives way to another attempt, one that is being rendered loses its lease, and no blank was set aside for
 * either. Refused with `card-in-production` where printing has begun. Not to be called within asJob. The caller
 * changes the data in the same transaction. Answers whether a card was made before.
 */
export async function replaceWaitingOrders(tx: Tx, permitId: string): Promise<'made' | 'none'> {
  const orders = await asJob(tx, () =>
    selectPrintOrders(printOrderQuery(tx.db).where('o.permit_id', permitId).forUpdate('o') as never),
  );
  if (orders.some((order) => BEGUN.includes(order.state) || isHandedOut(tx, order)))
    throw new ApiError('wrong-state', { detailCode: 'card-in-production' });
  for (const order of orders) {
    if (order.state === 'queued') await takeLease(tx, order);
    if (order.state === 'rendered') await replace(tx, order);
  }
  return orders.some(({ state }) => state === 'passed') ? 'made' : 'none';
}

/** A print host was handed it a moment ago and may reserve a blank for it at any time. */
const isHandedOut = (tx: Tx, { state, leaseUntil }: PrintOrder): boolean =>
  state === 'rendered' && leaseUntil !== undefined && leaseUntil > tx.deps.clock.now();

/** Whoever holds the faces of before is refused when they bring them. */
function takeLease(tx: Tx, { id, leaseNo, leaseUntil }: PrintOrder): Promise<unknown> {
  if (leaseUntil === undefined) return Promise.resolve();
  const taken = { lease_no: leaseNo + 1, lease_until: null };
  return asJob(tx, () => tx.db('print_orders').where('id', id).update(taken));
}

async function replace(tx: Tx, order: PrintOrder): Promise<void> {
  const problem = 'replaced-by-correction';
  await asJob(tx, async () => {
    await setReason(tx, problem);
    const ended = { lease_no: order.leaseNo + 1, lease_until: null, problem };
    await movePrintOrder(tx.db, order.id, 'cancelled', ended);
  });
  const next = await openNextAttempt(tx, order);
  await auditPrint(tx, order, 'print-replaced', { next });
}

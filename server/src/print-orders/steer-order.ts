import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { printLanesApi } from '@permit/domain/contract/print-lanes-api.ts';
import { setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { auditPrint, isInForce } from './print-card.ts';
import {
  describePrintOrder,
  findPrintOrder,
  lockPrintOrder,
  movePrintOrder,
  type PrintOrder,
} from './print-order-store.ts';
import { openNextAttempt } from './spoil-card.ts';

type Described = OutputOf<typeof printLanesApi.cancelPrint>;

/** An order that waits and that no program holds just now: only such a one can be steered. */
async function waitingOrder(tx: Tx, printOrderId: string): Promise<PrintOrder> {
  const order = await lockPrintOrder(tx.db, printOrderId);
  if (!order) throw notFound();
  if (order.state !== 'queued' && order.state !== 'rendered')
    throw new ApiError('wrong-state', { detailCode: 'printing-has-begun' });
  if (order.leaseUntil && order.leaseUntil > tx.deps.clock.now() && order.state === 'rendered')
    throw new ApiError('wrong-state', { detailCode: 'printing-has-begun' });
  return order;
}

/** Puts an order before or behind others of its place. */
export async function setPrintPriority(
  tx: Tx,
  { printOrderId, priority }: InputOf<typeof printLanesApi.setPrintPriority>,
): Promise<Described> {
  const order = await waitingOrder(tx, printOrderId);
  await tx.db('print_orders').where('id', order.id).update({ priority });
  await auditPrint(tx, order, 'print-priority-set', { priority });
  return describePrintOrder({ ...order, priority });
}

/** Ends an order before a blank was set aside for it. A host that was handed it a moment ago is refused by its lease. */
export async function cancelPrint(
  tx: Tx,
  { printOrderId }: InputOf<typeof printLanesApi.cancelPrint>,
): Promise<Described> {
  const order = await waitingOrder(tx, printOrderId);
  await setReason(tx, 'cancelled-by-supervisor');
  const leaseNo = order.leaseNo + 1;
  const ended = { lease_no: leaseNo, lease_until: null, problem: 'cancelled-by-supervisor' };
  await movePrintOrder(tx.db, order.id, 'cancelled', ended);
  await auditPrint(tx, order, 'print-cancelled', {});
  return describePrintOrder({ ...order, state: 'cancelled', leaseNo });
}

/** Takes a cancelled card up again as its next attempt; never beside one that runs or is done. */
export async function reopenPrint(
  tx: Tx,
  { printOrderId }: InputOf<typeof printLanesApi.reopenPrint>,
): Promise<Described> {
  const order = await lockPrintOrder(tx.db, printOrderId);
  if (!order) throw notFound();
  if (order.state !== 'cancelled') throw new ApiError('wrong-state');
  const sameCard = { permit_id: order.permitId, revision: order.revision, reprint_no: order.reprintNo };
  const later = await tx.db('print_orders').where(sameCard).where('attempt', '>', order.attempt).first('id');
  if (later) throw new ApiError('wrong-state', { detailCode: 'card-in-production' });
  if (!(await isInForce(tx, order))) throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
  const next = await openNextAttempt(tx, order);
  await auditPrint(tx, order, 'print-reopened', { next });
  return describeOrder(tx, next);
}

/** An order as it stands; also built again for a repeated key. */
export async function describeOrder(tx: Tx, publicId: string): Promise<Described> {
  const order = await findPrintOrder(tx.db, publicId);
  if (!order) throw notFound();
  return describePrintOrder(order);
}

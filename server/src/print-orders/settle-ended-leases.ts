import type { Deps } from '../deps.ts';
import { releaseBlank } from '../card-stock/blank-ledger.ts';
import { inTransaction, setReason, SYSTEM, type Tx } from '../database/transaction.ts';
import { movePrintOrder, printOrderQuery, selectPrintOrders, type PrintOrder } from './print-order-store.ts';

/**
 * Settles orders whose host is gone: what was only reserved goes back with its blank, what may have been sent is
 * `unknown` until a person has looked. The lease number moves on, so that a host that wakes up is refused.
 */
export function settleEndedLeases(deps: Deps): Promise<number> {
  return inTransaction(deps, SYSTEM, 'job:settle-prints', async (tx) => {
    const query = printOrderQuery(tx.db)
      .whereIn('o.state', ['reserved', 'sending'])
      .where('o.lease_until', '<', deps.clock.now())
      .limit(50)
      .forUpdate('o')
      .skipLocked();
    const orders = await selectPrintOrders(query as never);
    for (const order of orders) await settle(tx, order);
    return orders.length;
  });
}

async function settle(tx: Tx, order: PrintOrder): Promise<void> {
  await setReason(tx, 'lease-ended');
  const next = { lease_no: order.leaseNo + 1, lease_until: null };
  if (order.state === 'sending')
    return movePrintOrder(tx.db, order.id, 'unknown', { ...next, problem: 'lease-ended' });
  await releaseBlank(tx, order);
  await movePrintOrder(tx.db, order.id, 'rendered', { ...next, blank_serial: null });
  tx.ring('print-card');
}

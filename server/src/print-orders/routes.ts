import { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { describeHandOver, handOverCard } from '../card-stock/hand-over-card.ts';
import { destroyStock } from '../card-stock/destroy-stock.ts';
import { moveStock } from '../card-stock/move-stock.ts';
import { receiveStock, stockBalance } from '../card-stock/receive-stock.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { RememberedIds } from '../http/idempotency.ts';
import type { Registrar } from '../http/route.ts';
import { confirmPrint, leasePrint, passCard, startPrint } from './print-card.ts';
import {
  describePrintOrder,
  findPrintOrder,
  printOrderQuery,
  selectPrintOrders,
} from './print-order-store.ts';
import { leaseRendering, reportRenderingFault, storeRendering } from './rendering.ts';
import { resolveUnknown, spoilCard } from './spoil-card.ts';
import { describeReprint, grantReprint, requestReprint } from './reprint.ts';

/** Rendering, printing, stock and hand-over. */
export function registerPrintRoutes({ route, outside }: Registrar): void {
  outside(printOrdersApi.leaseRendering, leaseRendering);
  route(printOrdersApi.storeRendering, storeRendering);
  route(printOrdersApi.reportRenderingFault, reportRenderingFault);
  outside(printOrdersApi.leasePrint, leasePrint);
  route(printOrdersApi.startPrint, startPrint);
  route(printOrdersApi.confirmPrint, confirmPrint);
  route(printOrdersApi.passCard, passCard);
  route(printOrdersApi.resolveUnknown, resolveUnknown);
  route(printOrdersApi.spoilCard, spoilCard);
  route(printOrdersApi.listPrintOrders, async (tx, { state, batchId }) => {
    const query = printOrderQuery(tx.db)
      .orderByRaw('o.priority DESC, b.batch_no NULLS LAST, o.created_at')
      .limit(200);
    if (state) query.where('o.state', state);
    if (batchId) query.where('b.public_id', batchId);
    return { printOrders: (await selectPrintOrders(query as never)).map(describePrintOrder) };
  });
  route(printOrdersApi.getPrintOrder, async (tx, { printOrderId }) => {
    const order = await findPrintOrder(tx.db, printOrderId);
    if (!order) throw notFound();
    return describePrintOrder(order);
  });
  route(permitsApi.receiveStock, receiveStock, {
    replay: {
      ids: ({ blanks }) => ({ blanks }),
      rebuild: async (_tx, ids) => ({ blanks: Number(ids['blanks']) }),
    },
  });
  route(permitsApi.moveStock, moveStock, {
    replay: {
      ids: ({ blanks }) => ({ blanks }),
      rebuild: async (_tx, ids) => ({ blanks: Number(ids['blanks']) }),
    },
  });
  route(permitsApi.destroyStock, destroyStock, {
    replay: {
      ids: ({ destroyed }) => ({ destroyed }),
      rebuild: async (_tx, ids) => ({ destroyed: Number(ids['destroyed']) }),
    },
  });
  const replayReprint = {
    ids: ({ reprintId }: { reprintId: string }) => ({ reprintId }),
    rebuild: (tx: Tx, ids: RememberedIds) => describeReprint(tx, String(ids['reprintId'])),
  };
  route(permitsApi.requestReprint, requestReprint, { replay: replayReprint });
  route(permitsApi.grantReprint, grantReprint, { replay: replayReprint });
  route(permitsApi.stockBalance, stockBalance);
  route(permitsApi.handOverCard, (tx, input) => handOverCard(tx, input), {
    replay: {
      // The card's own serial is no id of the visit: what is kept is the visit.
      ids: ({ cardSerial }) => ({ cardSerial }),
      rebuild: (tx, ids) => describeHandOverOfSerial(tx, String(ids['cardSerial'])),
    },
  });
}

async function describeHandOverOfSerial(tx: Parameters<typeof describeHandOver>[0], serial: string) {
  const row = await tx
    .db('cards as k')
    .join('visits as v', 'v.application_id', 'k.application_id')
    .where('k.serial', serial)
    .orderBy('v.created_at', 'desc')
    .first<{ public_id: string } | undefined>('v.public_id');
  if (!row) throw notFound();
  return describeHandOver(tx, row.public_id);
}

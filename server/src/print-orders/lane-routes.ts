import { printLanesApi } from '@permit/domain/contract/print-lanes-api.ts';
import type { Registrar } from '../http/route.ts';
import { createPrintBatch, describeBatch, listPrintBatches } from './print-batches.ts';
import { assignProduction, getPrintLane, pausePrinting, resumePrinting } from './print-lane.ts';
import { cancelPrint, describeOrder, reopenPrint, setPrintPriority } from './steer-order.ts';

/** What a supervisor says about the printing of a centre. */
export function registerLaneRoutes({ route }: Registrar): void {
  route(printLanesApi.getPrintLane, getPrintLane);
  route(printLanesApi.pausePrinting, pausePrinting);
  route(printLanesApi.resumePrinting, resumePrinting);
  route(printLanesApi.assignProduction, assignProduction);
  route(printLanesApi.setPrintPriority, setPrintPriority);
  route(printLanesApi.cancelPrint, cancelPrint);
  route(printLanesApi.reopenPrint, reopenPrint, {
    replay: {
      ids: ({ printOrderId }) => ({ printOrderId }),
      rebuild: (tx, ids) => describeOrder(tx, String(ids['printOrderId'])),
    },
  });
  route(printLanesApi.createPrintBatch, createPrintBatch, {
    replay: {
      ids: ({ batchId }) => ({ batchId }),
      rebuild: (tx, ids) => describeBatch(tx, String(ids['batchId'])),
    },
  });
  route(printLanesApi.listPrintBatches, listPrintBatches);
}

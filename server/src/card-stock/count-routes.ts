import { cardStockApi } from '@permit/domain/contract/card-stock-api.ts';
import type { Registrar } from '../http/route.ts';
import { describeCounts, listStockCounts, openStockCount, submitStockCount } from './stock-count.ts';
import { listStockDifferences, settleStockDifference } from './stock-difference.ts';
import { listCustody, stockReport } from './stock-report.ts';

/** Counting and accounting for blanks. */
export function registerStockCountRoutes({ route }: Registrar): void {
  route(cardStockApi.openStockCount, openStockCount, {
    replay: {
      ids: ({ counts }) => ({ counts: counts.map(({ countId }) => countId).join(' ') }),
      rebuild: (tx, ids) => describeCounts(tx, String(ids['counts']).split(' ')),
    },
  });
  route(cardStockApi.listStockCounts, listStockCounts);
  route(cardStockApi.submitStockCount, submitStockCount);
  route(cardStockApi.listStockDifferences, listStockDifferences);
  route(cardStockApi.settleStockDifference, settleStockDifference);
  route(cardStockApi.stockReport, stockReport);
  route(cardStockApi.listCustody, listCustody);
}

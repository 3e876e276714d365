import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { financeApi } from '@permit/domain/contract/finance-api.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Registrar } from '../http/route.ts';
import { reconcileDay } from './reconcile-day.ts';
import {
  clearDifference,
  listDifferences,
  listReconciliations,
  reconciledDay,
} from './reconciliation-lookup.ts';

/** The day against the bank. */
export function registerBankRoutes({ route, outside }: Registrar): void {
  // Outside of a transaction: it waits for the bank.
  outside(financeApi.reconcileDay, async ({ deps, caller, requestId }, { day }) => {
    await reconcileDay(deps, calendarDate(day));
    return inTransaction(deps, caller, requestId, (tx) => reconciledDay(tx, day));
  });
  route(financeApi.listReconciliations, listReconciliations);
  route(financeApi.listDifferences, listDifferences);
  route(financeApi.clearDifference, clearDifference);
}

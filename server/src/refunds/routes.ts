import { financeApi } from '@permit/domain/contract/finance-api.ts';
import type { Registrar } from '../http/route.ts';
import { describeRefundOf, listRefunds, refundBill } from './request-refund.ts';
import { decideRefund, getRefund, payOutRefund } from './settle-refund.ts';
import { listSetAsideMoney, settleSetAsideMoney } from './settle-set-aside.ts';

/** Fees asked back, and money that fits nothing. */
export function registerRefundRoutes({ route }: Registrar): void {
  route(financeApi.refundBill, refundBill, {
    replay: {
      ids: ({ refundId }) => ({ refundId }),
      rebuild: (tx, { refundId }) => describeRefundOf(tx, String(refundId)),
    },
  });
  route(financeApi.listRefunds, listRefunds);
  route(financeApi.getRefund, getRefund);
  route(financeApi.decideRefund, decideRefund);
  route(financeApi.payOutRefund, payOutRefund);
  route(financeApi.listSetAsideMoney, listSetAsideMoney);
  route(financeApi.settleSetAsideMoney, settleSetAsideMoney);
}

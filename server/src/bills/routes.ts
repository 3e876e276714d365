import { moneyApi } from '@permit/domain/contract/money-api.ts';
import type { Registrar } from '../http/route.ts';
import { getBill, listBills } from './bill-lookup.ts';
import { describeGroups, getBillGroup, listBillGroups, payBills } from './pay-bills.ts';
import { recordPayment } from './record-payment.ts';

/** Bills, paying many at once, and the bank's reports. */
export function registerBillRoutes({ route }: Registrar): void {
  route(moneyApi.listBills, listBills);
  route(moneyApi.getBill, getBill);
  route(moneyApi.payBills, payBills, {
    replay: {
      ids: ({ groups }) => ({ groups: groups.map(({ groupId }) => groupId).join(',') }),
      rebuild: (tx, { groups }) => describeGroups(tx, String(groups).split(',')),
    },
  });
  route(moneyApi.listBillGroups, listBillGroups);
  route(moneyApi.getBillGroup, getBillGroup);
  route(moneyApi.bankCallback, recordPayment, { as: 'system' });
}

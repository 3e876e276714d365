import { filingApi } from '@permit/domain/contract/filing-api.ts';
import { notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import { describeBill, visibleBills } from './bill-store.ts';
import { recordPayment } from './record-payment.ts';

/** Bills and the bank. */
export function registerBillRoutes({ route }: Registrar): void {
  route(filingApi.listBills, async (tx, { applicationId }) => {
    const bills = await visibleBills(tx.db, applicationId ? { applicationPublicId: applicationId } : {});
    return { bills: bills.map(describeBill) };
  });
  route(filingApi.getBill, async (tx, { billId }) => {
    const [bill] = await visibleBills(tx.db, { publicId: billId });
    if (!bill) throw notFound();
    return describeBill(bill);
  });
  route(filingApi.bankCallback, recordPayment, { as: 'system' });
}

import type { BankPauseView, BillSummary } from '@permit/domain/contract/bill-types.ts';
import { bankPauseOn } from '@permit/domain/money/bank-pause.ts';
import { payInBarcode, promptPayBill, type BillPayment } from '@permit/domain/money/promptpay.ts';
import type { Satang } from '@permit/domain/money/satang.ts';
import type { z } from 'zod';
import { BILLER_ID } from './biller.ts';
import type { Bill } from './bill-store.ts';

interface Payable {
  readonly ref1: string;
  readonly ref2: string;
  readonly amountSatang: number;
}

const paymentOf = ({ ref1, ref2, amountSatang }: Payable): BillPayment => ({
  billerId: BILLER_ID,
  ref1,
  ref2,
  amount: amountSatang as Satang,
});

/** The text of the PromptPay QR of a bill, or of a bill of many. */
export const promptPayOf = (payable: Payable): string => promptPayBill(paymentOf(payable));

/** The text of the bar code of its pay-in slip. */
export const payInCodeOf = (payable: Payable): string => payInBarcode(paymentOf(payable));

/** The bill as its payer sees it. */
export function describeBill(bill: Bill): z.infer<typeof BillSummary> {
  return {
    billId: bill.publicId,
    kind: bill.kind,
    amountSatang: bill.amountSatang,
    fees: bill.fees.map(({ code, satang }) => ({ code, amountSatang: satang })),
    ref1: bill.ref1,
    ref2: bill.ref2,
    promptPay: promptPayOf(bill),
    dueAt: bill.dueAt.toISOString(),
    ...(bill.paidAt ? { paidAt: bill.paidAt.toISOString() } : {}),
  };
}

/** Today's pause of the banks, for the screen that shows how to pay. */
export function describePause(now: Date): z.infer<typeof BankPauseView> {
  const pause = bankPauseOn(now);
  return { now: pause.now, from: pause.from.toISOString(), until: pause.until.toISOString() };
}

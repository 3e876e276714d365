import type { PaymentLimit } from './payment-limits.ts';

export interface PayableBill {
  readonly billId: string;
  readonly amountSatang: number;
}

/**
 * Bills in as few payments as their order allows, each within the limit, in the order given. A single bill above the
 * limit stands alone: only the bank can say whether it takes it.
 */
export function splitBills<Bill extends PayableBill>(
  bills: readonly Bill[],
  limit: Pick<PaymentLimit, 'maxSatang' | 'maxBills'>,
): readonly (readonly Bill[])[] {
  const parts: Bill[][] = [];
  let [sum, part]: [number, Bill[]] = [0, []];
  for (const bill of bills) {
    const isFull = part.length >= limit.maxBills || sum + bill.amountSatang > limit.maxSatang;
    if (part.length === 0 || isFull) {
      [sum, part] = [0, []];
      parts.push(part);
    }
    part.push(bill);
    sum += bill.amountSatang;
  }
  return parts;
}

import { z } from 'zod';
import { ApplicationNo, Instant, PublicId, Satang } from './wire-types.ts';

/** One price of a bill; each has its own receipt. */
export const FeeOfBill = z.object({ code: z.string(), amountSatang: Satang }).meta({ id: 'FeeOfBill' });

export const BillSummary = z
  .object({
    billId: PublicId,
    kind: z.string(),
    amountSatang: Satang,
    fees: z.array(FeeOfBill),
    ref1: z.string(),
    ref2: z.string(),
    promptPay: z.string(),
    dueAt: Instant,
    paidAt: Instant.optional(),
  })
  .meta({ id: 'BillSummary' });

/** A bill in a list over many workers. */
export const BillRow = z
  .object({
    ...BillSummary.shape,
    applicationId: PublicId,
    applicationNo: ApplicationNo.optional(),
    serviceCode: z.string(),
    workerName: z.string(),
    /** Not paid, and its case does not wait for it any more: there is nothing to pay. */
    caseEnded: z.boolean().optional(),
  })
  .meta({ id: 'BillRow' });

/** When banks pause today: shown before paying, never a reason to refuse a report. */
export const BankPauseView = z
  .object({ now: z.boolean(), from: Instant, until: Instant })
  .meta({ id: 'BankPause' });

export const ReceiptSummary = z
  .object({
    receiptId: PublicId,
    number: z.string(),
    code: z.string(),
    amountSatang: Satang,
    paidAt: Instant,
  })
  .meta({ id: 'ReceiptSummary' });

/** Money that came for a bill or a group and could not be used for it; a person of the Department looks at it. */
export const SetAsideOfBill = z
  .object({ amountSatang: Satang, problem: z.string(), at: Instant, settledAs: z.string().optional() })
  .meta({ id: 'SetAsideOfBill' });

export const RefundStateName = z
  .enum(['requested', 'approved', 'refused', 'paid-out'])
  .meta({ id: 'RefundState' });

/** Names nobody: the page that waits for a payment asks every few seconds, and no reading has to be recorded. */
export const BillDetail = BillRow.omit({ workerName: true })
  .extend({
    /** Text of the bar code (Code 128) of the pay-in slip. */
    payInCode: z.string(),
    bankPause: BankPauseView,
    receipts: z.array(ReceiptSummary),
    setAside: z.array(SetAsideOfBill),
    refund: z.object({ refundId: PublicId, state: RefundStateName }).optional(),
  })
  .meta({ id: 'BillDetail' });

export const BillGroup = z
  .object({
    groupId: PublicId,
    number: z.string(),
    amountSatang: Satang,
    ref1: z.string(),
    ref2: z.string(),
    promptPay: z.string(),
    payInCode: z.string(),
    dueAt: Instant,
    createdAt: Instant,
    /** `changed`: a member was paid by other money, or its case has ended: the sum is not what is owed any more. */
    state: z.enum(['open', 'changed', 'paid', 'overdue', 'superseded']),
    bankPause: BankPauseView,
    bills: z.array(BillRow),
    setAside: z.array(SetAsideOfBill),
  })
  .meta({ id: 'BillGroup' });

import { z } from 'zod';
import { RefundStateName } from './bill-types.ts';
import { endpoint } from './endpoint.ts';
import { Instant, PublicId, Satang, ShortText, WireDate } from './wire-types.ts';

const FILERS = ['worker', 'employer', 'agent', 'clerk'] as const;
const FINANCE = ['finance-officer'] as const;

const Payee = {
  payeeName: ShortText.max(200),
  /** Account or PromptPay number; digits and hyphens. */
  payeeAccount: z.string().regex(/^[0-9][0-9-]{5,29}$/),
  payeeBank: ShortText.max(60).optional(),
};

export const RefundSummary = z
  .object({
    refundId: PublicId,
    number: z.string(),
    state: RefundStateName,
    amountSatang: Satang,
    source: z.enum(['bill', 'set-aside']),
    billId: PublicId.optional(),
    reason: z.string(),
    requestedAt: Instant,
    dueAt: Instant.optional(),
    decisionNote: z.string().optional(),
    paidOutAt: Instant.optional(),
    /** True where the caller took an earlier step and somebody else must take the next. */
    mine: z.boolean(),
  })
  .meta({ id: 'RefundSummary' });

export const SetAsideMoney = z
  .object({
    setAsideId: PublicId,
    bankReference: z.string(),
    amountSatang: Satang,
    problem: z.string(),
    ref1: z.string().optional(),
    paidAt: Instant,
    foundAt: Instant,
    settledAs: z.enum(['explained', 'return']).optional(),
    settledAt: Instant.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'SetAsideMoney' });

export const ReconciledDay = z
  .object({
    day: WireDate,
    bankCount: z.int(),
    bankSatang: Satang,
    ourCount: z.int(),
    ourSatang: Satang,
    openDifferences: z.int(),
    madeAt: Instant,
  })
  .meta({ id: 'ReconciledDay' });

export const ReconciliationDifference = z
  .object({
    differenceId: PublicId,
    day: WireDate,
    kind: z.enum(['bank-only', 'ours-only', 'amount-differs']),
    bankReference: z.string(),
    bankSatang: Satang.optional(),
    ourSatang: Satang.optional(),
    foundAt: Instant,
    clearedAt: Instant.optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'ReconciliationDifference' });

/** Refunds by two persons, money that fits nothing, and the day against the bank. */
export const financeApi = {
  refundBill: endpoint({
    id: 'refundBill',
    summary: 'Ask a fee back (service REF); an officer of the Department decides',
    method: 'POST',
    path: '/bills/{billId}/refund',
    allow: FILERS,
    idempotency: 'key',
    status: 201,
    input: z.object({ billId: PublicId, reason: ShortText, ...Payee }),
    output: RefundSummary,
  }),
  listRefunds: endpoint({
    id: 'listRefunds',
    summary: 'Refunds: the caller’s own, or all for a finance officer',
    method: 'GET',
    path: '/refunds',
    allow: [...FILERS, ...FINANCE],
    input: z.object({ state: RefundStateName.optional() }),
    output: z.object({ refunds: z.array(RefundSummary) }),
  }),
  getRefund: endpoint({
    id: 'getRefund',
    summary: 'One refund with the payee’s account; reading it is recorded',
    method: 'GET',
    path: '/refunds/{refundId}',
    allow: FINANCE,
    input: z.object({ refundId: PublicId }),
    output: RefundSummary.extend({
      payeeName: z.string(),
      payeeAccount: z.string(),
      payeeBank: z.string().optional(),
    }),
  }),
  decideRefund: endpoint({
    id: 'decideRefund',
    summary: 'Approve or refuse a refund; never by the person who asked',
    method: 'POST',
    path: '/refunds/{refundId}/decision',
    allow: FINANCE,
    input: z.object({ refundId: PublicId, approve: z.boolean(), note: ShortText }),
    output: RefundSummary,
  }),
  payOutRefund: endpoint({
    id: 'payOutRefund',
    summary: 'The money was sent back; never by the person who approved',
    method: 'POST',
    path: '/refunds/{refundId}/pay-out',
    allow: FINANCE,
    input: z.object({ refundId: PublicId, transferReference: z.string().regex(/^[A-Za-z0-9-]{4,60}$/) }),
    output: RefundSummary,
  }),
  listSetAsideMoney: endpoint({
    id: 'listSetAsideMoney',
    summary: 'Money that fits no open bill, oldest first',
    method: 'GET',
    path: '/set-aside-money',
    allow: FINANCE,
    input: z.object({ settled: z.stringbool().default(false) }),
    output: z.object({ money: z.array(SetAsideMoney) }),
  }),
  settleSetAsideMoney: endpoint({
    id: 'settleSetAsideMoney',
    summary: 'A person explains set-aside money, or begins to return it: a refund that another decides',
    method: 'POST',
    path: '/set-aside-money/{setAsideId}/settle',
    allow: FINANCE,
    input: z.object({
      setAsideId: PublicId,
      reason: ShortText,
      /** Present: return it to this account. Absent: the reason explains why it stays. */
      returnTo: z.object(Payee).optional(),
    }),
    output: SetAsideMoney,
  }),
  reconcileDay: endpoint({
    id: 'reconcileDay',
    summary: 'Compare a day with the bank’s signed statement now; the job does it every night by itself',
    method: 'POST',
    path: '/reconciliations',
    allow: FINANCE,
    input: z.object({ day: WireDate }),
    output: ReconciledDay,
  }),
  listReconciliations: endpoint({
    id: 'listReconciliations',
    summary: 'Days compared with the bank, newest first',
    method: 'GET',
    path: '/reconciliations',
    allow: FINANCE,
    input: z.object({}),
    output: z.object({ days: z.array(ReconciledDay) }),
  }),
  listDifferences: endpoint({
    id: 'listDifferences',
    summary: 'Differences between the bank and us that no person has cleared',
    method: 'GET',
    path: '/reconciliation-differences',
    allow: FINANCE,
    input: z.object({ cleared: z.stringbool().default(false) }),
    output: z.object({ differences: z.array(ReconciliationDifference) }),
  }),
  clearDifference: endpoint({
    id: 'clearDifference',
    summary: 'A person says why a difference is none, or what was done about it',
    method: 'POST',
    path: '/reconciliation-differences/{differenceId}/clear',
    allow: FINANCE,
    input: z.object({ differenceId: PublicId, reason: ShortText }),
    output: ReconciliationDifference,
  }),
} as const;

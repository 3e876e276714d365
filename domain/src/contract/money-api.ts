import { z } from 'zod';
import { BillDetail, BillGroup, BillRow } from './bill-types.ts';
import { endpoint } from './endpoint.ts';
import { Instant, PublicId, Satang } from './wire-types.ts';

const FILERS = ['worker', 'employer', 'agent', 'clerk'] as const;

/** Bills, paying, and the bank. */
export const moneyApi = {
  listBills: endpoint({
    id: 'listBills',
    summary: 'Bills of the caller, newest first; `after` is the last bill of the page before',
    method: 'GET',
    path: '/bills',
    allow: FILERS,
    input: z.object({
      applicationId: PublicId.optional(),
      state: z.enum(['open', 'overdue', 'paid']).optional(),
      after: PublicId.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ bills: z.array(BillRow), next: PublicId.optional() }),
  }),
  getBill: endpoint({
    id: 'getBill',
    summary: 'One bill with its PromptPay QR, its bar code, its receipts and what became of its money',
    method: 'GET',
    path: '/bills/{billId}',
    allow: FILERS,
    input: z.object({ billId: PublicId }),
    output: BillDetail,
  }),
  payBills: endpoint({
    id: 'payBills',
    summary: 'One payment for many bills: a bill of its own with one QR, split where a limit wants it',
    method: 'POST',
    path: '/bill-groups',
    allow: FILERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      billIds: z
        .array(PublicId)
        .min(1)
        .max(500)
        .refine((ids) => new Set(ids).size === ids.length, { error: 'bill-twice' }),
    }),
    output: z.object({ groups: z.array(BillGroup) }),
  }),
  listBillGroups: endpoint({
    id: 'listBillGroups',
    summary: 'Payments for many that the caller has begun, newest first',
    method: 'GET',
    path: '/bill-groups',
    allow: FILERS,
    input: z.object({}),
    output: z.object({ groups: z.array(BillGroup.omit({ bills: true, setAside: true })) }),
  }),
  getBillGroup: endpoint({
    id: 'getBillGroup',
    summary: 'One payment for many with its members',
    method: 'GET',
    path: '/bill-groups/{groupId}',
    allow: FILERS,
    input: z.object({ groupId: PublicId }),
    output: BillGroup,
  }),
  bankCallback: endpoint({
    id: 'bankCallback',
    summary: 'The bank says that a bill was paid; signed, and the same report twice changes nothing',
    method: 'POST',
    path: '/bank/payments',
    allow: 'public',
    input: z.object({
      ref1: z.string().regex(/^\d{18}$/),
      ref2: z.string().regex(/^\d{15}$/),
      amountSatang: Satang,
      paidAt: Instant,
      bankReference: z.string().min(6).max(60),
      /** Ed25519 over the canonical JSON of the other fields, base64. */
      signature: z.string().max(200),
    }),
    output: z.object({ outcome: z.enum(['recorded', 'already-recorded', 'set-aside']) }),
  }),
} as const;

import { z } from 'zod';
import { RECEIPT_KINDS } from '../receipts/signed-receipt.ts';
import { LANGUAGES } from '../texts/text.ts';
import { endpoint } from './endpoint.ts';
import { SignedReceipt } from './notice-shapes.ts';
import { AFFECTED, AttemptCode, Outage, SEEN } from './outage-shapes.ts';
import { Instant, PublicId, ShortText } from './wire-types.ts';

const STAFF = [
  'clerk',
  'document-checker',
  'centre-supervisor',
  'assistant-registrar',
  'registrar',
  'head-of-office',
] as const;

export const outagesApi = {
  listOutages: endpoint({
    id: 'listOutages',
    summary: 'When something here did not work, what it touched, and what we did about it',
    method: 'GET',
    path: '/outages',
    allow: 'public',
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(30) }),
    output: z.object({ now: Instant, outages: z.array(Outage) }),
  }),
  openOutage: endpoint({
    id: 'openOutage',
    summary: 'A supervisor writes down that something does not work',
    method: 'POST',
    path: '/outages',
    allow: ['centre-supervisor', 'head-of-office', 'administrator'],
    idempotency: 'key',
    status: 201,
    input: z.object({
      affected: z.array(z.enum(AFFECTED)).min(1).max(AFFECTED.length),
      startedAt: Instant.optional(),
      note: ShortText,
    }),
    output: Outage,
  }),
  closeOutage: endpoint({
    id: 'closeOutage',
    summary: 'It works again; deadlines that fell into it are moved as the catalogue says',
    method: 'POST',
    path: '/outages/{outageId}/close',
    allow: ['centre-supervisor', 'head-of-office', 'administrator'],
    input: z.object({ outageId: PublicId, endedAt: Instant.optional() }),
    output: Outage,
  }),
  recordAttempt: endpoint({
    id: 'recordAttempt',
    summary: '“I tried”: a dated, coded, signed receipt for whoever could not file; no account is needed',
    method: 'POST',
    path: '/attempts',
    allow: 'public',
    idempotency: 'key',
    status: 201,
    input: z.object({
      serviceCode: z.string().min(2).max(8),
      triedAt: Instant,
      seen: z.enum(SEEN),
      /** The words of the error, as the person saw them. */
      words: ShortText.optional(),
      /** Telephone or e-mail; sealed. */
      contact: z.string().trim().max(200).optional(),
      language: z.enum(LANGUAGES).default('th'),
    }),
    output: z.object({
      code: z.string(),
      serviceCode: z.string(),
      triedAt: Instant,
      recordedAt: Instant,
      receipt: SignedReceipt,
      /** The outage that the log knows for that time. */
      outage: Outage.optional(),
    }),
  }),
  checkAttempt: endpoint({
    id: 'checkAttempt',
    summary: 'Staff look an “I tried” up by its code: is it ours, and does the outage log bear it out',
    method: 'POST',
    path: '/attempts/check',
    allow: STAFF,
    input: z
      .object({ code: AttemptCode.optional(), receipt: z.string().max(600).optional() })
      .refine(({ code, receipt }) => (code === undefined) !== (receipt === undefined), {
        error: 'exactly-one-of-code-receipt',
      }),
    output: z.object({
      code: z.string(),
      serviceCode: z.string(),
      triedAt: Instant,
      recordedAt: Instant,
      seen: z.enum(SEEN),
      words: z.string().optional(),
      contact: z.string().optional(),
      outage: Outage.optional(),
      /** Numbers of the case and of the notices that cited it. */
      usedBy: z.array(z.string()),
    }),
  }),
  verifyReceipt: endpoint({
    id: 'verifyReceipt',
    summary: 'Whether the text of a receipt’s QR is ours, and what it says; it names nobody',
    method: 'POST',
    path: '/receipts/verify',
    allow: 'public',
    input: z.object({ text: z.string().max(600) }),
    output: z.object({
      answer: z.enum(['genuine', 'malformed', 'unsigned', 'unknown-key', 'bad-signature']),
      kind: z.enum(RECEIPT_KINDS).optional(),
      number: z.string().optional(),
      serviceCode: z.string().optional(),
      receivedAt: Instant.optional(),
      revision: z.int().optional(),
      /** Papers handed in with a notice, or with this addition to one. */
      papers: z.int().optional(),
      addition: z.int().optional(),
      specimen: z.boolean(),
    }),
  }),
} as const;

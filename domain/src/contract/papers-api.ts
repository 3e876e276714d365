import { z } from 'zod';
import { LANGUAGES } from '../texts/text.ts';
import { endpoint } from './endpoint.ts';
import { Base64, Instant, PublicId } from './wire-types.ts';

const FILERS = ['worker', 'employer', 'agent', 'clerk'] as const;
const READERS = [...FILERS, 'assistant-registrar', 'registrar', 'head-of-office'] as const;

/** Papers that are made here on demand; a notice's receipt belongs to its notice. */
export const PaperOnDemand = z
  .enum([
    'pay-in-slip',
    'receipt',
    'may-work',
    'interim-permit',
    'refusal-letter',
    'appointment-slip',
    'permit-order',
    'refund-notice',
  ])
  .meta({ id: 'PaperOnDemand' });
const LanguageName = z.enum(LANGUAGES);

export const PaperEntry = z
  .object({
    kind: PaperOnDemand,
    /** What to ask getPaper for: a bill, a receipt, an application, a visit, an order or a refund. */
    subjectId: PublicId,
    number: z.string(),
    at: Instant,
  })
  .meta({ id: 'PaperEntry' });

export const BundleSummary = z
  .object({
    bundleId: PublicId,
    state: z.enum(['preparing', 'ready', 'expired']),
    done: z.int(),
    total: z.int(),
    /** Papers that could not be made; they are named in the bundle's list. */
    failed: z.int(),
    createdAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'BundleSummary' });

/** Papers as PDF, one by one and many as a ZIP. */
export const papersApi = {
  listPapers: endpoint({
    id: 'listPapers',
    summary:
      'The papers of a case that can be had now; a proof of work only from the moment the law gives it',
    method: 'GET',
    path: '/applications/{applicationId}/papers',
    allow: READERS,
    input: z.object({ applicationId: PublicId }),
    output: z.object({ papers: z.array(PaperEntry) }),
  }),
  getPaper: endpoint({
    id: 'getPaper',
    summary: 'A paper as PDF with its hash and our signature over it; reading it is recorded',
    method: 'GET',
    path: '/papers/{kind}/{subjectId}',
    allow: READERS,
    input: z.object({
      kind: PaperOnDemand,
      subjectId: PublicId,
      /** The worker's language beside Thai and English; default: the one of the person. */
      language: LanguageName.optional(),
    }),
    output: z.object({
      fileName: z.string(),
      mime: z.literal('application/pdf'),
      base64: Base64,
      sha256: z.string(),
      /** Ed25519 over `permit-paper:KIND:SUBJECT:SHA256`, base64. */
      signature: Base64,
      keyId: z.string(),
    }),
  }),
  requestBundle: endpoint({
    id: 'requestBundle',
    summary: 'Prepare the papers of up to 500 cases as one ZIP; long work goes on by itself',
    method: 'POST',
    path: '/bundles',
    allow: FILERS,
    idempotency: 'key',
    status: 202,
    input: z.object({
      applicationIds: z
        .array(PublicId)
        .min(1)
        .max(500)
        .refine((ids) => new Set(ids).size === ids.length, { error: 'case-twice' }),
      kinds: z.array(PaperOnDemand).min(1).max(8).default(['receipt', 'may-work', 'interim-permit']),
      language: LanguageName.optional(),
    }),
    output: BundleSummary,
  }),
  getBundle: endpoint({
    id: 'getBundle',
    summary: 'How far a bundle is',
    method: 'GET',
    path: '/bundles/{bundleId}',
    allow: FILERS,
    input: z.object({ bundleId: PublicId }),
    output: BundleSummary,
  }),
  downloadBundle: endpoint({
    id: 'downloadBundle',
    summary: 'The ZIP, streamed; with a Range header it goes on where a broken download ended',
    method: 'GET',
    path: '/bundles/{bundleId}/file',
    allow: FILERS,
    input: z.object({ bundleId: PublicId }),
    answer: 'file',
    output: z.unknown(),
  }),
} as const;

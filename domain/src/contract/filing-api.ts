import { z } from 'zod';
import { BillSummary } from './bill-types.ts';
import { LANGUAGES } from '../texts/text.ts';
import { endpoint } from './endpoint.ts';
import {
  ApplicationDetail,
  ApplicationRow,
  ApplicationStateName,
  DocumentSummary,
  Draft,
  FILERS,
  Finding,
  Overrules,
  PAPER_READERS,
  PaperDays,
  StepEstimate,
  Tracked,
} from './filing-shapes.ts';
import { ReadingPurposeSchema } from './reading-purpose.ts';
import { AttemptCode, CountedFiling } from './outage-shapes.ts';
import { ApplicationNo, Bytes, Instant, PublicId, Satang, ShortText, WireDate } from './wire-types.ts';

export const filingApi = {
  listServices: endpoint({
    id: 'listServices',
    summary: 'The services of the catalogue on a date, in the language asked for',
    method: 'GET',
    path: '/services',
    allow: 'public',
    input: z.object({ language: z.string().max(2).default('th'), on: WireDate.optional() }),
    output: z.object({
      services: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          /** Only `application` is filed by createDraft; notices and orders have operations of their own. */
          kind: z.string(),
          offered: z.boolean(),
          version: z.string(),
        }),
      ),
    }),
  }),
  getService: endpoint({
    id: 'getService',
    summary: 'One service whole: form, documents, fees and clocks with their sources',
    method: 'GET',
    path: '/services/{code}',
    allow: 'public',
    input: z.object({ code: z.string().max(20), on: WireDate.optional() }),
    output: z.object({ service: z.record(z.string(), z.json()) }),
  }),
  createDraft: endpoint({
    id: 'createDraft',
    summary: 'Begin an application; nothing is checked yet',
    method: 'POST',
    path: '/applications',
    allow: FILERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      serviceCode: z.string().max(20),
      draft: Draft.default({}),
      /** The employer or worker for whom an agent files; a delegation in force must cover the service. */
      onBehalfOf: PublicId.optional(),
    }),
    output: z.object({ applicationId: PublicId, revision: z.int() }),
  }),
  updateDraft: endpoint({
    id: 'updateDraft',
    summary: 'Save fields of a draft; `revision` guards against two windows',
    method: 'PUT',
    path: '/applications/{applicationId}/draft',
    allow: FILERS,
    input: z.object({ applicationId: PublicId, revision: z.int(), draft: Draft }),
    output: z.object({ revision: z.int() }),
  }),
  precheckDraft: endpoint({
    id: 'precheckDraft',
    summary: 'What an officer would send back, before anything is paid',
    method: 'POST',
    path: '/applications/{applicationId}/precheck',
    allow: FILERS,
    input: z.object({
      applicationId: PublicId,
      /** The fields of an answer that is not given yet; only of a case that was sent back. */
      fields: Draft.default({}),
      /** The code of an “I tried”, by which the draft would count as filed; only of a draft. */
      attemptCode: AttemptCode.optional(),
    }),
    output: z.object({
      countedFiling: CountedFiling.optional(),
      findings: z.array(Finding),
      missingDocuments: z.array(z.string()),
      fees: z.array(z.object({ kind: z.string(), amountSatang: Satang })),
    }),
  }),
  attachDocument: endpoint({
    id: 'attachDocument',
    summary:
      'Add a JPEG, PNG or PDF of at most 4 MB; it is decoded, re-encoded (a PDF page by page) and sealed',
    method: 'POST',
    path: '/applications/{applicationId}/documents',
    allow: FILERS,
    idempotency: 'key',
    body: 'bytes',
    status: 201,
    input: z.object({
      applicationId: PublicId,
      kind: z.string().min(1).max(60),
      ...PaperDays,
      bytes: Bytes,
    }),
    output: DocumentSummary,
  }),
  attachUpload: endpoint({
    id: 'attachUpload',
    summary:
      'The same for a paper that arrived in pieces over a poor line (createUpload, purpose `document`)',
    method: 'POST',
    path: '/applications/{applicationId}/documents/uploaded',
    allow: FILERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      applicationId: PublicId,
      kind: z.string().min(1).max(60),
      ...PaperDays,
      uploadId: PublicId,
    }),
    output: DocumentSummary,
  }),
  getDocument: endpoint({
    id: 'getDocument',
    summary: 'A paper as a picture, of a PDF one page, as base64; reading it is recorded with its purpose',
    method: 'GET',
    path: '/documents/{documentId}',
    allow: PAPER_READERS,
    input: z.object({
      documentId: PublicId,
      page: z.coerce.number().int().min(1).max(1_000).default(1),
      purpose: ReadingPurposeSchema.default('own-case'),
    }),
    /** Always a picture: the PDF that was filed is kept as evidence and shown to nobody. */
    output: z.object({ mime: z.string(), base64: z.string(), page: z.int(), pages: z.int() }),
  }),
  submitApplication: endpoint({
    id: 'submitApplication',
    summary: 'File the application; answers its number and the first bill',
    method: 'POST',
    path: '/applications/{applicationId}/submit',
    allow: FILERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      applicationId: PublicId,
      revision: z.int(),
      declaration: z.object({
        textVersion: z.string().max(20),
        language: z.string().max(2),
        accepted: z.literal(true),
      }),
      overrules: Overrules,
      /**
       * The code of an “I tried” of this service: the case counts as filed when it was tried. Refused where no outage of
       * ours bears it out, or another case has cited it.
       */
      attemptCode: AttemptCode.optional(),
    }),
    output: z.object({
      applicationId: PublicId,
      applicationNo: ApplicationNo,
      state: ApplicationStateName,
      receivedAt: Instant,
      bodyHash: z.string(),
      bill: BillSummary.optional(),
      /** The text of the receipt's QR, signed: proof of the filing, and it opens tracking. */
      receipt: z.string().optional(),
    }),
  }),
  withdrawApplication: endpoint({
    id: 'withdrawApplication',
    summary: 'Take an application back before it is decided',
    method: 'POST',
    path: '/applications/{applicationId}/withdraw',
    allow: FILERS,
    input: z.object({ applicationId: PublicId, reason: ShortText }),
    output: z.object({ state: ApplicationStateName }),
  }),
  answerRequest: endpoint({
    id: 'answerRequest',
    summary: 'Answer what was sent back; only the faulty items are open',
    method: 'POST',
    path: '/applications/{applicationId}/answer',
    allow: FILERS,
    input: z.object({
      applicationId: PublicId,
      fields: Draft.default({}),
      note: ShortText.optional(),
      /** Reasons for warnings that are new or have changed; the others stand. */
      overrules: Overrules,
    }),
    output: z.object({ state: ApplicationStateName }),
  }),
  getApplication: endpoint({
    id: 'getApplication',
    summary: 'One application whole, as far as the caller may see it',
    method: 'GET',
    path: '/applications/{applicationId}',
    allow: PAPER_READERS,
    input: z.object({ applicationId: PublicId }),
    output: ApplicationDetail,
  }),
  listApplications: endpoint({
    id: 'listApplications',
    summary: 'Applications of the caller, newest first',
    method: 'GET',
    path: '/applications',
    allow: PAPER_READERS,
    input: z.object({
      state: ApplicationStateName.optional(),
      after: z.string().max(60).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ applications: z.array(ApplicationRow), next: z.string().optional() }),
  }),
  listEvents: endpoint({
    id: 'listEvents',
    summary: 'What happened to a case in order and in plain words, who acts next, and when probably',
    method: 'GET',
    path: '/applications/{applicationId}/events',
    allow: PAPER_READERS,
    input: z.object({ applicationId: PublicId, language: z.enum(LANGUAGES).default('th') }),
    output: z.object({
      events: z.array(
        z.object({
          at: Instant,
          machine: z.string(),
          from: z.string().nullable(),
          to: z.string(),
          actor: z.string(),
          /** The event in the language asked for. */
          words: z.string(),
          reason: z.string().optional(),
          /** What the filer wrote with it: why a case was taken back. */
          note: z.string().optional(),
        }),
      ),
      next: z.object({
        state: ApplicationStateName,
        words: z.string(),
        waitsFor: z.string().optional(),
        waitsForWords: z.string().optional(),
        dueAt: Instant.optional(),
        estimate: StepEstimate.optional(),
      }),
    }),
  }),
  trackApplication: endpoint({
    id: 'trackApplication',
    summary:
      'Where a case stands, for whoever knows its number or the passport and the birth as it is on record, or holds the receipt',
    method: 'POST',
    path: '/track',
    allow: 'public',
    input: z
      .object({
        applicationNo: ApplicationNo.optional(),
        passportNo: z.string().trim().min(4).max(20).optional(),
        /** The text of the filing receipt's QR: whoever holds it need not tell the birth. */
        receipt: z.string().max(600).optional(),
        /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: as much as the record knows. */
        born: z
          .string()
          .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
          .optional(),
      })
      .refine(
        ({ applicationNo, passportNo, receipt, born }) =>
          [applicationNo, passportNo, receipt].filter((one) => one !== undefined).length === 1 &&
          (receipt !== undefined || born !== undefined),
        { error: 'number-or-passport-with-birth-or-receipt' },
      ),
    output: z.object({
      ...Tracked.shape,
      /** Other cases of the same person, newest first; only for a passport. */
      others: z.array(Tracked.omit({ mayWork: true, mayWorkJudgedBy: true, dueAt: true })).default([]),
    }),
  }),
} as const;

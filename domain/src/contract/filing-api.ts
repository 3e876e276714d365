import { z } from 'zod';
import { ApplicationDraftSchema } from '../catalogue/application-draft.ts';
import { PREVIOUS_PERMIT_SOURCES } from '../catalogue/previous-permit.ts';
import { applicationMachine, type ApplicationState } from '../machines/application-machine.ts';
import { BillSummary } from './bill-types.ts';
import { CitedPaper } from './dossier-shapes.ts';
import { LANGUAGES } from '../texts/text.ts';
import { endpoint } from './endpoint.ts';
import { ApplicationNo, Bytes, Instant, PublicId, Satang, ShortText, WireDate } from './wire-types.ts';

const APPLICANTS = ['worker', 'employer', 'agent'] as const;
const FILERS = [...APPLICANTS, 'clerk'] as const;
export const PAPER_READERS = [
  ...FILERS,
  'document-checker',
  'centre-supervisor',
  'assistant-registrar',
  'registrar',
  'head-of-office',
  'minister-office',
] as const;

const STATES = Object.keys(applicationMachine.states) as [ApplicationState, ...ApplicationState[]];
export const ApplicationStateName = z.enum(STATES).meta({ id: 'ApplicationState' });

/** The fields of the form; what a service wants of them is asked by its definition, not here. */
const Draft = ApplicationDraftSchema.omit({ documents: true, overruled: true, declaration: true })
  .partial()
  .meta({ id: 'ApplicationDraft' });

export const Finding = z
  .object({
    code: z.string(),
    severity: z.enum(['block', 'warn', 'note']),
    field: z.string().optional(),
    evidence: z.record(z.string(), z.json()).optional(),
    overruledBecause: z.string().optional(),
  })
  .meta({ id: 'Finding' });

/** When a step will probably be done, from the last cases of its service; never a promise. */
export const StepEstimate = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('range'), from: WireDate, to: WireDate, cases: z.int() }),
    z.object({ kind: z.literal('longer-than-usual'), cases: z.int() }),
    z.object({ kind: z.literal('not-enough-cases'), cases: z.int() }),
  ])
  .meta({ id: 'StepEstimate' });

export const DocumentSummary = z
  .object({
    documentId: PublicId,
    kind: z.string(),
    mime: z.string(),
    bytes: z.int(),
    pages: z.int().optional(),
    addedAt: Instant,
  })
  .meta({ id: 'DocumentSummary' });

export const ApplicationDetail = z
  .object({
    applicationId: PublicId,
    applicationNo: ApplicationNo.optional(),
    serviceCode: z.string(),
    catalogueVersion: z.string(),
    state: ApplicationStateName,
    stateSince: Instant,
    dueAt: Instant.optional(),
    revision: z.int(),
    draft: Draft,
    documents: z.array(DocumentSummary),
    /** Papers of the employer's dossier that answer demands of this case. */
    dossier: z.array(CitedPaper),
    bills: z.array(BillSummary),
    findings: z.array(Finding),
    requested: z.array(z.object({ item: z.string(), reason: z.string(), note: z.string().optional() })),
    /** What the filer wrote with the last answer. */
    answerNote: z.string().optional(),
    /** For officers only: what was proposed to the registrar, with the note to it, and the note beside a grant. */
    consideration: z.object({ proposal: z.string(), note: z.string().optional() }).optional(),
    grantNote: z.string().optional(),
    permitId: PublicId.optional(),
    /** The text of the filing receipt's QR; see submitApplication. */
    receipt: z.string().optional(),
    /** Why it was refused, where it stands refused or is appealed. */
    refusal: z.object({ ground: z.string(), text: z.string() }).optional(),
  })
  .meta({ id: 'ApplicationDetail' });

export const ApplicationRow = z
  .object({
    applicationId: PublicId,
    applicationNo: ApplicationNo.optional(),
    serviceCode: z.string(),
    state: ApplicationStateName,
    stateSince: Instant,
    dueAt: Instant.optional(),
    workerName: z.string(),
    employerName: z.string(),
    nationality: z.string().optional(),
  })
  .meta({ id: 'ApplicationRow' });

/** The filer's reasons for filing in spite of a warning; one answers every finding of its code. */
export const Overrules = z
  .array(z.object({ code: z.string().max(60), reason: ShortText }))
  .max(40)
  .default([]);

const Tracked = z.object({
  applicationNo: ApplicationNo,
  serviceCode: z.string(),
  state: ApplicationStateName,
  stateSince: Instant,
  dueAt: Instant.optional(),
  mayWork: z.boolean(),
  /** By whose word of the permit before; absent where that was not asked or the worker may not work. */
  mayWorkJudgedBy: z.enum(PREVIOUS_PERMIT_SOURCES).optional(),
});

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
    }),
    output: z.object({
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
    input: z.object({ applicationId: PublicId, kind: z.string().min(1).max(60), bytes: Bytes }),
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
      purpose: z.string().max(60).default('own-case'),
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

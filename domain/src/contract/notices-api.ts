import { z } from 'zod';
import { EmployerSchema } from '../catalogue/application-draft.ts';
import { NoticeActSchema } from '../catalogue/service-definition.ts';
import { noticeMachine, type NoticeState } from '../machines/notice-machine.ts';
import { LANGUAGES } from '../texts/text.ts';
import { endpoint } from './endpoint.ts';
import { Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const FILERS = ['worker', 'employer', 'agent'] as const;
const OFFICERS = ['assistant-registrar', 'registrar'] as const;
const READERS = [...FILERS, ...OFFICERS, 'head-of-office'] as const;
export const MOST_WORKERS_IN_A_NOTICE = 500;

const STATES = Object.keys(noticeMachine.states) as [NoticeState, ...NoticeState[]];
export const NoticeStateName = z.enum(STATES).meta({ id: 'NoticeState' });
export const NoticeNo = z.string().regex(/^\d{14}$/);
export const PermitNo = z.string().trim().min(4).max(30);

const line = z.string().max(120);
/** One worker of a notice as a list gives it. Only lengths are refused here: a row that cannot be read is answered by its number. */
export const NoticeWorkerInput = z
  .object({
    permitNo: line.optional(),
    passportNo: line.optional(),
    prefix: line.optional(),
    firstLatin: line.optional(),
    middleLatin: line.optional(),
    lastLatin: line.optional(),
    firstThai: line.optional(),
    lastThai: line.optional(),
    native: line.optional(),
    nationality: line.optional(),
    /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: what is known. */
    born: line.optional(),
    phone: line.optional(),
    occupation: line.optional(),
    /** Where it differs from the notice's own day. */
    eventDate: line.optional(),
  })
  .meta({ id: 'NoticeWorkerInput' });
export type NoticeWorkerInput = z.infer<typeof NoticeWorkerInput>;

/** What a notice says once for all its workers. */
export const NoticeBody = z
  .object({
    employer: EmployerSchema,
    workplaceProvince: z.string().max(6).optional(),
    /** The day of hire, exit, start, delivery or refusal. */
    eventDate: WireDate,
    reason: z.string().max(2000).optional(),
    occupation: line.optional(),
    importerLicence: line.optional(),
    previousEmployerName: z.string().max(200).optional(),
  })
  .meta({ id: 'NoticeBody' });
export type NoticeBody = z.infer<typeof NoticeBody>;

const RowProblem = z.object({ field: z.string(), code: z.string() });

/** A time limit that a notice met or began. */
const NoticeClock = z
  .object({
    code: z.string(),
    binds: z.string(),
    dueOn: WireDate,
    metOn: WireDate.optional(),
    daysLate: z.int().min(0),
    certainty: z.enum(['certain', 'uncertain', 'assumed']),
  })
  .meta({ id: 'NoticeClock' });

/** What is still missing of a change of employer, as far as the caller may know it. */
export const SeenChange = z
  .object({
    seenAs: z.enum(['new-employer', 'old-employer', 'worker', 'officer']),
    acts: z.array(z.object({ code: z.string(), state: z.enum(['done', 'missing', 'not-needed']) })),
    complete: z.boolean(),
  })
  .meta({ id: 'SeenChange' });

const NoticeWorker = z
  .object({
    row: z.int(),
    name: z.string(),
    permitNo: z.string().optional(),
    passportNo: z.string().optional(),
    nationality: z.string().optional(),
    born: z.string().optional(),
    eventDate: WireDate,
    match: z.enum(['linked', 'not-found', 'differs', 'not-given']),
    /** The earlier notice of the same filer that told the same. */
    repeats: NoticeNo.optional(),
    clocks: z.array(NoticeClock),
    change: SeenChange.optional(),
  })
  .meta({ id: 'NoticeWorker' });

export const SignedReceipt = z
  .object({
    /** The text of the QR: COSE, signed with a receipt key. */
    text: z.string(),
    keyId: z.string(),
    issuedAt: Instant,
    specimen: z.boolean(),
  })
  .meta({ id: 'SignedReceipt' });

export const NoticeDetail = z
  .object({
    noticeId: PublicId,
    noticeNo: NoticeNo,
    serviceCode: z.string(),
    act: NoticeActSchema.optional(),
    state: NoticeStateName,
    stateSince: Instant,
    /** Until when the next act is due: the office's acknowledgement, or the filer's answer. */
    dueAt: Instant.optional(),
    revision: z.int(),
    receivedAt: Instant,
    employerName: z.string(),
    body: NoticeBody,
    clocks: z.array(NoticeClock),
    receipt: SignedReceipt,
    workers: z.array(NoticeWorker),
    notReceived: z.array(z.object({ row: z.int(), problems: z.array(RowProblem) })),
    findings: z.array(z.object({ row: z.int(), field: z.string(), code: z.string() })),
    requested: z.array(z.object({ row: z.int().optional(), item: z.string(), reason: z.string() })),
    attemptCode: z.string().optional(),
    events: z.array(
      z.object({ at: Instant, to: z.string(), actor: z.string(), reason: z.string().optional() }),
    ),
  })
  .meta({ id: 'NoticeDetail' });

const NoticeRow = z.object({
  noticeId: PublicId,
  noticeNo: NoticeNo,
  serviceCode: z.string(),
  act: NoticeActSchema.optional(),
  state: NoticeStateName,
  receivedAt: Instant,
  dueAt: Instant.optional(),
  overdue: z.boolean(),
  employerName: z.string(),
  workers: z.int(),
  daysLate: z.int(),
});

const Workers = z.array(NoticeWorkerInput).min(1).max(MOST_WORKERS_IN_A_NOTICE);
const Revision = z.int().min(1);

export const noticesApi = {
  fileNotice: endpoint({
    id: 'fileNotice',
    summary:
      'File a notice for up to 500 workers; received at once, late or not, with a numbered, signed receipt',
    method: 'POST',
    path: '/notices',
    allow: FILERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      serviceCode: z.string().max(8),
      /** Which act of a composite this is; by default the filer's first. */
      act: NoticeActSchema.optional(),
      language: z.enum(LANGUAGES).default('th'),
      body: NoticeBody,
      workers: Workers,
      /** Code of an "I tried" receipt: the day of trying counts where the outage log bears it out. */
      attemptCode: z.string().max(20).optional(),
    }),
    output: NoticeDetail,
  }),
  listNotices: endpoint({
    id: 'listNotices',
    summary: 'Notices: a filer’s own newest first, an officer’s by when they are due',
    method: 'GET',
    path: '/notices',
    allow: READERS,
    input: z.object({
      state: NoticeStateName.optional(),
      after: z.string().max(60).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ waiting: z.int(), notices: z.array(NoticeRow), next: z.string().optional() }),
  }),
  getNotice: endpoint({
    id: 'getNotice',
    summary: 'One notice whole, with its receipt, its clocks and what is missing of a change of employer',
    method: 'GET',
    path: '/notices/{noticeId}',
    allow: READERS,
    input: z.object({ noticeId: PublicId }),
    output: NoticeDetail,
  }),
  acknowledgeNotice: endpoint({
    id: 'acknowledgeNotice',
    summary: 'An officer of the jurisdiction acknowledges a notice',
    method: 'POST',
    path: '/notices/{noticeId}/acknowledge',
    allow: OFFICERS,
    input: z.object({ noticeId: PublicId, revision: Revision, note: ShortText.optional() }),
    output: z.object({ noticeId: PublicId, state: NoticeStateName }),
  }),
  askCorrection: endpoint({
    id: 'askCorrection',
    summary: 'An officer names what is to be corrected, with the reason; the notice stays received',
    method: 'POST',
    path: '/notices/{noticeId}/correction',
    allow: OFFICERS,
    input: z.object({
      noticeId: PublicId,
      revision: Revision,
      items: z
        .array(
          z.object({ row: z.int().min(1).optional(), item: z.string().min(1).max(60), reason: ShortText }),
        )
        .min(1)
        .max(100),
    }),
    output: z.object({ noticeId: PublicId, state: NoticeStateName }),
  }),
  answerCorrection: endpoint({
    id: 'answerCorrection',
    summary: 'The filer corrects what was asked; a new receipt under the same number',
    method: 'POST',
    path: '/notices/{noticeId}/answer',
    allow: FILERS,
    input: z.object({
      noticeId: PublicId,
      revision: Revision,
      body: NoticeBody.partial().default({}),
      workers: z
        .array(NoticeWorkerInput.extend({ row: z.int().min(1) }))
        .max(MOST_WORKERS_IN_A_NOTICE)
        .default([]),
      note: ShortText.optional(),
    }),
    output: NoticeDetail,
  }),
  getEmployment: endpoint({
    id: 'getEmployment',
    summary:
      'Who employs the holder of a permit now, and where: for the own employer, the worker and inspectors',
    method: 'POST',
    path: '/employment',
    allow: [...READERS, 'inspector'],
    input: z
      .object({
        permitNo: PermitNo.optional(),
        permitId: PublicId.optional(),
        qr: z.string().max(4296).optional(),
        purpose: z.enum(['inspection', 'own-worker', 'own-employment', 'case']),
      })
      .refine(({ permitNo, permitId, qr }) => [permitNo, permitId, qr].filter(Boolean).length === 1, {
        error: 'exactly-one-of-permitNo-permitId-qr',
      }),
    output: z.object({
      permitId: PublicId,
      permitNo: z.string(),
      permitState: z.string(),
      validTo: WireDate,
      asOf: Instant,
      employments: z.array(
        z.object({
          employerName: z.string(),
          provinceCode: z.string().optional(),
          occupation: z.string().optional(),
          from: WireDate,
          until: WireDate.optional(),
          endedBy: z.enum(['exit', 'change']).optional(),
          current: z.boolean(),
          /** Who bears it out. */
          told: z.object({ employer: z.boolean(), worker: z.boolean() }),
          sourceNo: z.string().optional(),
        }),
      ),
      change: SeenChange.optional(),
      /** Numbers and states of the notices about this worker, for an inspector. */
      notices: z.array(
        z.object({
          noticeNo: NoticeNo,
          serviceCode: z.string(),
          state: NoticeStateName,
          receivedAt: Instant,
        }),
      ),
      renewalPending: z.boolean(),
    }),
  }),
} as const;

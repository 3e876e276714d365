import { z } from 'zod';
import { NoticeActSchema } from '../catalogue/service-definition.ts';
import { MOST_PAPERS_AT_ONCE, MOST_PAPERS_OF_A_NOTICE } from '../notices/notice-papers.ts';
import { LANGUAGES } from '../texts/text.ts';
import { endpoint } from './endpoint.ts';
import {
  MOST_WORKERS_IN_A_NOTICE,
  NOTICE_FILERS,
  NOTICE_OFFICERS,
  NOTICE_READERS,
  NoticeBody,
  NoticeDetail,
  NoticeNo,
  NoticePaperInput,
  NoticeRow,
  NoticeStateName,
  NoticeWorkerInput,
  PermitNo,
  SeenChange,
} from './notice-shapes.ts';
import { Base64, Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const FILERS = NOTICE_FILERS;
const OFFICERS = NOTICE_OFFICERS;
const READERS = NOTICE_READERS;

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
      /** Papers that come with it: they stand on its receipt by number and hash. */
      papers: z.array(NoticePaperInput).max(MOST_PAPERS_AT_ONCE).default([]),
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
  getNoticeReceipt: endpoint({
    id: 'getNoticeReceipt',
    summary: 'The receipt of a notice as PDF, with its signed QR',
    method: 'GET',
    path: '/notices/{noticeId}/receipt',
    allow: READERS,
    input: z.object({
      noticeId: PublicId,
      /** The receipt of this addition of papers instead of the notice's own. */
      addition: z.coerce.number().int().min(1).max(MOST_PAPERS_OF_A_NOTICE).optional(),
    }),
    output: z.object({
      fileName: z.string(),
      mime: z.literal('application/pdf'),
      base64: Base64,
      sha256: z.string(),
    }),
  }),
  acknowledgeNotice: endpoint({
    id: 'acknowledgeNotice',
    summary: 'An officer of the jurisdiction acknowledges a notice',
    method: 'POST',
    path: '/notices/{noticeId}/acknowledge',
    allow: OFFICERS,
    input: z.object({
      noticeId: PublicId,
      revision: Revision,
      /** How many papers the officer has seen: one that was added meanwhile is a conflict. */
      papers: z.int().min(0).optional(),
      note: ShortText.optional(),
    }),
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

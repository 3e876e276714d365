import { z } from 'zod';
import { EmployerSchema } from '../catalogue/application-draft.ts';
import { DocumentTypeSchema } from '../catalogue/document-type.ts';
import { NoticeActSchema } from '../catalogue/service-definition.ts';
import { noticeMachine, type NoticeState } from '../machines/notice-machine.ts';
import { Instant, PublicId, WireDate } from './wire-types.ts';

export const MOST_WORKERS_IN_A_NOTICE = 500;

export const NOTICE_FILERS = ['worker', 'employer', 'agent'] as const;
export const NOTICE_OFFICERS = ['assistant-registrar', 'registrar'] as const;
export const NOTICE_READERS = [...NOTICE_FILERS, ...NOTICE_OFFICERS, 'head-of-office'] as const;

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
    /** How many papers it counts, where it counts any kind of papers at all. */
    papers: z.int().optional(),
  })
  .meta({ id: 'SignedReceipt' });

/** A paper that comes with a notice: an upload of purpose `document` that is whole. */
export const NoticePaperInput = z
  .object({ kind: DocumentTypeSchema, uploadId: PublicId })
  .meta({ id: 'NoticePaperInput' });
export type NoticePaperInput = z.infer<typeof NoticePaperInput>;

const NoticePaper = z
  .object({
    paperId: PublicId,
    /** Its place among the papers of the notice, from 1. */
    no: z.int(),
    /** The addition that brought it; 0: it came with the notice and stands on its first receipt. */
    addition: z.int(),
    kind: DocumentTypeSchema,
    mime: z.string(),
    pages: z.int(),
    bytes: z.int(),
    /** SHA-256 of the file as it came, hexadecimal: whoever has the file can check that it is this one. */
    sha256: z.string(),
    addedAt: Instant,
  })
  .meta({ id: 'NoticePaper' });

/** Papers that came after the notice, with a receipt of their own under its number. */
const NoticeAddition = z
  .object({ no: z.int(), papers: z.int(), receipt: SignedReceipt })
  .meta({ id: 'NoticeAddition' });

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
    papers: z.array(NoticePaper),
    additions: z.array(NoticeAddition),
    attemptCode: z.string().optional(),
    events: z.array(
      z.object({ at: Instant, to: z.string(), actor: z.string(), reason: z.string().optional() }),
    ),
  })
  .meta({ id: 'NoticeDetail' });

export const NoticeRow = z.object({
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

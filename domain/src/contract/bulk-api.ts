import { z } from 'zod';
import { ApplicationDraftSchema } from '../catalogue/application-draft.ts';
import { ROW_OUTCOMES } from '../bulk/row-faults.ts';
import { endpoint } from './endpoint.ts';
import { Overrules, PaperDays } from './filing-shapes.ts';
import { Instant, PublicId, ShortText } from './wire-types.ts';

const FILERS_OF_MANY = ['employer', 'agent'] as const;
/** Rows of one sheet (commands.md: 5,000 workers). */
export const MAX_SHEET_ROWS = 5_000;
/** Cases of one bulk act. */
export const MAX_CASES = 1_000;

/** What all rows of a sheet share. */
const Common = ApplicationDraftSchema.pick({
  language: true,
  filerKind: true,
  channel: true,
  powerOfAttorney: true,
  employer: true,
  previousEmployer: true,
  workplaces: true,
  job: true,
  period: true,
  cover: true,
  answers: true,
})
  .partial()
  .meta({ id: 'DraftOfMany' });

const Declaration = z.object({
  textVersion: z.string().max(20),
  language: z.string().max(2),
  accepted: z.literal(true),
});
const Cases = z
  .array(PublicId)
  .min(1)
  .max(MAX_CASES)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'twice' });

export const BulkRun = z
  .object({
    runId: PublicId,
    kind: z.enum(['import-workers', 'submit', 'answer']),
    serviceCode: z.string().optional(),
    rowsTotal: z.int(),
    rowsDone: z.int(),
    /** Rows by what became of them, so far. */
    outcomes: z.record(z.enum(ROW_OUTCOMES), z.int()),
    /** What concerns no single row: columns that are not known, files that match nothing. */
    notes: z.array(z.object({ code: z.string(), text: z.string() })),
    startedAt: Instant,
    finishedAt: Instant.optional(),
    problem: z.string().optional(),
  })
  .meta({ id: 'BulkRun' });

export const BulkRow = z
  .object({
    row: z.int(),
    outcome: z.enum(ROW_OUTCOMES).optional(),
    applicationId: PublicId.optional(),
    applicationNo: z.string().optional(),
    files: z.int(),
    faults: z.array(
      z.object({ column: z.string(), code: z.string(), severity: z.enum(['refused', 'remark']) }),
    ),
  })
  .meta({ id: 'BulkRow' });

const Started = z.object({ runId: PublicId, rowsTotal: z.int() });

/** Work on many workers at once: one request, a run that goes on by itself, and a report by row. */
export const bulkApi = {
  importWorkers: endpoint({
    id: 'importWorkers',
    summary: 'A CSV of up to 5,000 workers of one employer for one service, with their papers in a ZIP',
    method: 'POST',
    path: '/workers/imports',
    allow: FILERS_OF_MANY,
    idempotency: 'key',
    status: 202,
    input: z.object({
      serviceCode: z.string().max(20),
      sheetUploadId: PublicId,
      filesUploadId: PublicId.optional(),
      common: Common.default({}),
      /** As in createDraft; of every row. */
      onBehalfOf: PublicId.optional(),
      /** `submit` files every row that has nothing against it; the others stay drafts. */
      mode: z.enum(['draft', 'submit']).default('draft'),
      declaration: Declaration.optional(),
      overrules: Overrules,
    }),
    output: Started,
  }),
  submitMany: endpoint({
    id: 'submitMany',
    summary: 'File many drafts under one declaration; those with open warnings stay drafts and are listed',
    method: 'POST',
    path: '/bulk/submissions',
    allow: FILERS_OF_MANY,
    idempotency: 'key',
    status: 202,
    input: z.object({ applicationIds: Cases, declaration: Declaration, overrules: Overrules }),
    output: Started,
  }),
  answerMany: endpoint({
    id: 'answerMany',
    summary: 'Answer many returns at once: the same fields, and one file for all of them',
    method: 'POST',
    path: '/bulk/answers',
    allow: FILERS_OF_MANY,
    idempotency: 'key',
    status: 202,
    input: z.object({
      applicationIds: Cases,
      fields: Common.default({}),
      note: ShortText.optional(),
      overrules: Overrules,
      paper: z.object({ uploadId: PublicId, kind: z.string().min(1).max(60), ...PaperDays }).optional(),
    }),
    output: Started,
  }),
  listBulkRuns: endpoint({
    id: 'listBulkRuns',
    summary: 'Imports and other bulk acts of the caller, newest first',
    method: 'GET',
    path: '/bulk',
    allow: FILERS_OF_MANY,
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
    output: z.object({ runs: z.array(BulkRun) }),
  }),
  getBulkRun: endpoint({
    id: 'getBulkRun',
    summary: 'How far a bulk act is',
    method: 'GET',
    path: '/bulk/{runId}',
    allow: FILERS_OF_MANY,
    input: z.object({ runId: PublicId }),
    output: BulkRun,
  }),
  listBulkRows: endpoint({
    id: 'listBulkRows',
    summary: 'What became of each row, with the reasons',
    method: 'GET',
    path: '/bulk/{runId}/rows',
    allow: FILERS_OF_MANY,
    input: z.object({
      runId: PublicId,
      outcome: z.enum(ROW_OUTCOMES).optional(),
      /** Only rows with something to read. */
      faulty: z.enum(['true', 'false']).default('false'),
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(BulkRow), next: z.int().optional() }),
  }),
  downloadBulkReport: endpoint({
    id: 'downloadBulkReport',
    summary: 'The report as CSV: row, column, reason; formulas in it are defused',
    method: 'GET',
    path: '/bulk/{runId}/report',
    allow: FILERS_OF_MANY,
    input: z.object({
      runId: PublicId,
      language: z.enum(['th', 'en', 'my', 'km', 'lo', 'vi']).default('th'),
    }),
    output: z.object({ fileName: z.string(), csv: z.string() }),
  }),
} as const;

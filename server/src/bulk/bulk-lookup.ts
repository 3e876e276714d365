import type { BulkRow, BulkRun as BulkRunSchema, bulkApi } from '@permit/domain/contract/bulk-api.ts';
import type { RowFault, RowOutcome } from '@permit/domain/bulk/row-faults.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import { findRun, listRuns, type BulkRun } from './bulk-run-store.ts';

type Note = { code: string; text: string };

/** How far a run is; its notes hold the filer's own file names, so that reading them is recorded. */
export async function getBulkRun(
  tx: Tx,
  input: InputOf<typeof bulkApi.getBulkRun>,
): Promise<OutputOf<typeof bulkApi.getBulkRun>> {
  const run = await findRun(tx.db, { public_id: input.runId });
  if (!run) throw notFound();
  const notes = notesOf(tx, run);
  if (notes.length > 0) {
    const fact = { act: 'bulk-notes-read', subjectKind: 'bulk-run', subjectId: run.publicId };
    await recordAudit(tx, { ...fact, purpose: 'filing' });
  }
  return describe(tx, run, notes);
}

/** The caller's runs, without their notes. */
export async function listBulkRuns(
  tx: Tx,
  input: InputOf<typeof bulkApi.listBulkRuns>,
): Promise<OutputOf<typeof bulkApi.listBulkRuns>> {
  const runs: z.infer<typeof BulkRunSchema>[] = [];
  for (const run of await listRuns(tx.db, input.limit)) runs.push(await describe(tx, run, []));
  return { runs };
}

function notesOf(tx: Tx, run: BulkRun): readonly Note[] {
  if (!run.wrappedKey || !run.notesSealed) return [];
  return openJson<Note[]>(personKey(tx.deps.keys, run.id, run.wrappedKey), 'bulk-run', run.notesSealed);
}

async function describe(
  tx: Tx,
  run: BulkRun,
  notes: readonly Note[],
): Promise<z.infer<typeof BulkRunSchema>> {
  const { rows: counts } = await tx.db.raw<{ rows: { outcome: RowOutcome; count: number }[] }>(
    'SELECT outcome, count(*) AS count FROM bulk_rows WHERE run_id = ? GROUP BY outcome',
    [run.id],
  );
  const zero = { drafted: 0, submitted: 0, answered: 0, known: 0, refused: 0 };
  return {
    runId: run.publicId,
    kind: run.kind,
    ...(run.serviceCode ? { serviceCode: run.serviceCode } : {}),
    rowsTotal: run.rowsTotal,
    rowsDone: run.rowsDone,
    outcomes: {
      ...zero,
      ...Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count])),
    },
    notes: [...notes],
    startedAt: run.createdAt.toISOString(),
    ...(run.finishedAt ? { finishedAt: run.finishedAt.toISOString() } : {}),
    ...(run.problem ? { problem: run.problem } : {}),
  };
}

export interface BulkRowRecord {
  row_no: number;
  outcome: RowOutcome;
  faults: RowFault[];
  files: number;
  public_id: string | null;
  number: string | null;
}

/** Rows of a run in their order. */
export function rowsOf(
  db: Database,
  runId: string,
  filter: { outcome?: RowOutcome | undefined; faulty?: boolean; after?: number; limit?: number } = {},
): Promise<BulkRowRecord[]> {
  const query = db('bulk_rows as r')
    .leftJoin('applications as a', 'a.id', 'r.application_id')
    .where('r.run_id', runId)
    .where('r.row_no', '>', filter.after ?? 0)
    .orderBy('r.row_no');
  if (filter.outcome) void query.where('r.outcome', filter.outcome);
  if (filter.faulty) void query.whereRaw('jsonb_array_length(r.faults) > 0');
  if (filter.limit) void query.limit(filter.limit);
  return query.select<BulkRowRecord[]>(
    'r.row_no',
    'r.outcome',
    'r.faults',
    'r.files',
    'a.public_id',
    'a.number',
  );
}

/** A page of the report. */
export async function listBulkRows(
  tx: Tx,
  input: InputOf<typeof bulkApi.listBulkRows>,
): Promise<OutputOf<typeof bulkApi.listBulkRows>> {
  const run = await findRun(tx.db, { public_id: input.runId });
  if (!run) throw notFound();
  const { outcome, after, limit } = input;
  const found = await rowsOf(tx.db, run.id, {
    outcome,
    faulty: input.faulty === 'true',
    after,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit).map(describeRow);
  const last = rows.at(-1);
  return { rows, ...(found.length > limit && last ? { next: last.row } : {}) };
}

function describeRow(row: BulkRowRecord): z.infer<typeof BulkRow> {
  return {
    row: row.row_no,
    outcome: row.outcome,
    ...(row.public_id ? { applicationId: row.public_id } : {}),
    ...(row.number ? { applicationNo: row.number } : {}),
    files: row.files,
    faults: row.faults,
  };
}

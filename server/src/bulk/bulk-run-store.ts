import type { RowFault, RowOutcome } from '@permit/domain/bulk/row-faults.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import type { Database } from '../database/database.ts';
import { newId, newPublicId } from '../ids.ts';
import type { Tx } from '../database/transaction.ts';
import { queueJob } from '../jobs/queue-job.ts';
import { newPersonKey, sealJson } from '../vault/person-vault.ts';

export type BulkKind = 'import-workers' | 'submit' | 'answer';

/** A bulk act as its row keeps it. */
export interface BulkRun {
  readonly id: string;
  readonly publicId: string;
  readonly kind: BulkKind;
  readonly partyId: string;
  readonly startedBy: string;
  readonly role: Role;
  readonly serviceCode: string | undefined;
  readonly sheetUpload: string | undefined;
  readonly filesUpload: string | undefined;
  readonly wrappedKey: Buffer | undefined;
  readonly sealed: Buffer | undefined;
  readonly notesSealed: Buffer | undefined;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly problem: string | undefined;
  readonly createdAt: Date;
  readonly finishedAt: Date | undefined;
}

/** What became of one row. */
export interface DoneRow {
  readonly rowNo: number;
  readonly applicationId?: string | undefined;
  readonly outcome: RowOutcome;
  readonly faults: readonly RowFault[];
  readonly files?: number;
}

/** Begins a run of the caller's party: the row, what was asked under a key of its own, and the job that works it off. */
export async function startRun(
  tx: Tx,
  run: {
    kind: BulkKind;
    partyId: string;
    rowsTotal: number;
    asked: unknown;
    serviceCode?: string;
    sheetUpload?: string;
    filesUpload?: string | undefined;
  },
): Promise<{ id: string; runId: string; rowsTotal: number }> {
  const key = newPersonKey(tx.deps.keys, newId());
  const runId = newPublicId();
  await tx.db('bulk_runs').insert({
    id: key.personId,
    public_id: runId,
    kind: run.kind,
    party_id: run.partyId,
    started_by: tx.caller.personId ?? null,
    role: tx.caller.role,
    service_code: run.serviceCode ?? null,
    sheet_upload: run.sheetUpload ?? null,
    files_upload: run.filesUpload ?? null,
    wrapped_key: key.wrapped,
    sealed: sealJson(key, 'bulk-run', run.asked),
    rows_total: run.rowsTotal,
  });
  await queueJob(tx, 'bulk-run', { runId: key.personId });
  return { id: key.personId, runId, rowsTotal: run.rowsTotal };
}

/** By internal id or by public id, as far as the caller may see it. */
export async function findRun(
  db: Database,
  by: { id: string } | { public_id: string },
): Promise<BulkRun | undefined> {
  const row = await db('bulk_runs').where(by).first<RunRow | undefined>();
  return row && fromRow(row);
}

/** The runs of the caller's parties, newest first. */
export async function listRuns(db: Database, limit: number): Promise<BulkRun[]> {
  const rows = await db('bulk_runs').orderBy('created_at', 'desc').limit(limit).select<RunRow[]>();
  return rows.map(fromRow);
}

/** Keeps a step of a run: its rows and how far it is, together. */
export async function keepRows(
  db: Database,
  run: BulkRun,
  rows: readonly DoneRow[],
  rowsDone: number,
): Promise<void> {
  for (const row of rows) {
    const kept = {
      run_id: run.id,
      row_no: row.rowNo,
      application_id: row.applicationId ?? null,
      outcome: row.outcome,
      faults: JSON.stringify(row.faults),
      files: row.files ?? 0,
    };
    await db('bulk_rows').insert(kept).onConflict(['run_id', 'row_no']).merge();
  }
  await db('bulk_runs').where('id', run.id).update({ rows_done: rowsDone });
}

interface RunRow {
  id: string;
  public_id: string;
  kind: BulkKind;
  party_id: string;
  started_by: string;
  role: Role;
  service_code: string | null;
  sheet_upload: string | null;
  files_upload: string | null;
  wrapped_key: Buffer | null;
  sealed: Buffer | null;
  notes_sealed: Buffer | null;
  rows_total: number;
  rows_done: number;
  problem: string | null;
  created_at: Date;
  finished_at: Date | null;
}

function fromRow(row: RunRow): BulkRun {
  return {
    id: row.id,
    publicId: row.public_id,
    kind: row.kind,
    partyId: row.party_id,
    startedBy: row.started_by,
    role: row.role,
    serviceCode: row.service_code ?? undefined,
    sheetUpload: row.sheet_upload ?? undefined,
    filesUpload: row.files_upload ?? undefined,
    wrappedKey: row.wrapped_key ?? undefined,
    sealed: row.sealed ?? undefined,
    notesSealed: row.notes_sealed ?? undefined,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    problem: row.problem ?? undefined,
    createdAt: row.created_at,
    finishedAt: row.finished_at ?? undefined,
  };
}

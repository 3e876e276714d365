import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { readWorkerRow, type WorkerRow } from '@permit/domain/bulk/read-worker-row.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { UPLOAD_LIMITS } from '@permit/domain/contract/uploads-api.ts';
import { offeredService } from '../applications/service-of.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import type { Examined } from '../documents/intake/examined.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { readUpload, type UploadReader } from '../uploads/upload-reader.ts';
import { uploadById } from '../uploads/upload-store.ts';
import type { BulkRun } from './bulk-run-store.ts';
import type { BulkWork } from './bulk-work.ts';
import { examineForRun } from './examine-for-run.ts';
import { importRow, type RowPaper } from './import-row.ts';
import type { ImportAsked } from './import-workers.ts';
import { openPapersZip, type PapersZip } from './papers-zip.ts';
import { readSheet } from './read-sheet.ts';

/** The rows of a sheet, each with its papers; the sheet is small and read whole, the ZIP is read row by row. */
export async function importWork(
  deps: Deps,
  run: BulkRun,
  asked: ImportAsked,
  intake: IntakePool,
): Promise<BulkWork> {
  const sheet = readSheet(
    await (await readerOf(deps, run.sheetUpload)).read(0, UPLOAD_LIMITS['workers-sheet']),
  );
  const today = bangkokDate(deps.clock.business());
  const zip = run.filesUpload ? await openPapersZip(await readerOf(deps, run.filesUpload), today) : undefined;
  const service = await inTransaction(deps, SYSTEM, 'bulk-run', (tx) => offeredService(tx, run.serviceCode!));
  const common = asked.common as Partial<ApplicationDraft>;
  const rows = sheet.rows.map(({ cells }) => readWorkerRow(sheet.columns, cells, { service, common }));
  const firstWith = firstRows(rows);
  const examine = (bytes: Uint8Array, kind: string) => examineForRun(deps, run, intake, { bytes, kind });
  // Also those of rows that an earlier worker did: a resumed run must not call their files unclaimed.
  rows.forEach((row) => zip?.papersOf(keysOf(row)));
  return {
    rowsAtOnce: zip ? 10 : 25,
    async prepare(from, to) {
      const papers = await Promise.all(rows.slice(from, to).map((row) => papersOf(zip, row, examine)));
      return rows.slice(from, to).map((row, index) => {
        const twice = row.identity !== undefined && firstWith.get(row.identity) !== row;
        const facts = { row, twice, papers: papers[index]!, asked };
        return { rowNo: sheet.rows[from + index]!.row, do: (tx) => importRow(tx, run, facts) };
      });
    },
    notes: () => notesOf(sheet.unknownColumns, zip),
    close: () => zip?.close(),
  };
}

async function readerOf(deps: Deps, uploadId: string | undefined): Promise<UploadReader> {
  return inTransaction(deps, SYSTEM, 'bulk-run', async ({ db }) => {
    const upload = uploadId && (await uploadById(db, uploadId));
    if (!upload) throw new PermanentJobFault('the uploaded file is gone');
    return readUpload(deps, db, upload);
  });
}

/** The first row of each worker; a later one with the same identity is named as such. */
function firstRows(rows: readonly WorkerRow[]): Map<string, WorkerRow> {
  const first = new Map<string, WorkerRow>();
  for (const row of rows) if (row.identity && !first.has(row.identity)) first.set(row.identity, row);
  return first;
}

const keysOf = (row: WorkerRow): string[] =>
  [row.key, row.draft.travelDocument?.number].filter((key) => key !== undefined);

async function papersOf(
  zip: PapersZip | undefined,
  row: WorkerRow,
  examine: (bytes: Uint8Array, kind: string) => Promise<Examined>,
): Promise<RowPaper[]> {
  const papers: RowPaper[] = [];
  for (const { kind, read } of zip?.papersOf(keysOf(row)) ?? []) {
    const bytes = await read();
    const examined: Examined = bytes ? await examine(bytes, kind) : { ok: false, reason: 'too-large' };
    papers.push({ kind, examined });
  }
  return papers;
}

function notesOf(
  unknownColumns: readonly number[],
  zip: PapersZip | undefined,
): { code: string; text: string }[] {
  const most = 200;
  return [
    ...unknownColumns.map((place) => ({ code: 'column-not-known', text: String(place) })),
    ...[...(zip?.unnamed ?? []), ...(zip?.unclaimed() ?? [])]
      .slice(0, most)
      .map((text) => ({ code: 'file-not-matched', text })),
  ];
}

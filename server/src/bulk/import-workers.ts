import type { bulkApi } from '@permit/domain/contract/bulk-api.ts';
import { UPLOAD_LIMITS } from '@permit/domain/contract/uploads-api.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { offeredService } from '../applications/service-of.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { behalfOf } from '../delegations/behalf.ts';
import { ApiError } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { finishedUpload } from '../uploads/finished-upload.ts';
import { readUpload } from '../uploads/upload-reader.ts';
import { holdUpload } from '../uploads/upload-store.ts';
import { startRun } from './bulk-run-store.ts';
import { openPapersZip } from './papers-zip.ts';
import { readSheet } from './read-sheet.ts';

type Input = InputOf<typeof bulkApi.importWorkers>;

const HELD_DAYS = 7;

/** What a run of an import was asked, as it lies sealed. */
export type ImportAsked = Pick<Input, 'mode' | 'common' | 'onBehalfOf' | 'declaration' | 'overrules'>;

/** Takes a sheet (and a ZIP) that can be read as a whole; its rows are worked off by the run. */
export async function importWorkers(tx: Tx, input: Input): Promise<OutputOf<typeof bulkApi.importWorkers>> {
  const service = await offeredService(tx, input.serviceCode);
  if (input.mode === 'submit' && !input.declaration)
    throw new ApiError('invalid-input', { fields: [{ path: 'declaration', code: 'missing' }] });
  const partyId = actingParty(tx);
  const { onBehalfOf } = input;
  // Each row asks again; who may not at all is told before the sheet is worked off.
  if (onBehalfOf) await behalfOf(tx, partyId, onBehalfOf, service.attorneyAct);
  const sheet = await finishedUpload(tx, input.sheetUploadId, 'workers-sheet');
  const reader = await readUpload(tx.deps, tx.db, sheet);
  const { rows } = readSheet(await reader.read(0, UPLOAD_LIMITS['workers-sheet']));
  const files = input.filesUploadId
    ? await finishedUpload(tx, input.filesUploadId, 'workers-files')
    : undefined;
  if (files) {
    const today = bangkokDate(tx.deps.clock.business());
    (await openPapersZip(await readUpload(tx.deps, tx.db, files), today)).close();
  }
  for (const upload of files ? [sheet, files] : [sheet]) await holdUpload(tx.db, upload.id, HELD_DAYS);
  const { mode, common, declaration, overrules } = input;
  const asked: ImportAsked = { mode, common, onBehalfOf, declaration, overrules };
  const uploads = { sheetUpload: sheet.id, filesUpload: files?.id };
  const { serviceCode } = input;
  const run = { kind: 'import-workers' as const, partyId, rowsTotal: rows.length, asked, serviceCode };
  const { runId, rowsTotal } = await startRun(tx, { ...run, ...uploads });
  const fact = {
    act: 'workers-import-started',
    subjectKind: 'bulk-run',
    subjectId: runId,
    purpose: 'filing',
  };
  await recordAudit(tx, { ...fact, detail: { rows: rowsTotal, mode, files: files !== undefined } });
  return { runId, rowsTotal };
}

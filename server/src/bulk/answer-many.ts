import type { bulkApi } from '@permit/domain/contract/bulk-api.ts';
import { UPLOAD_LIMITS } from '@permit/domain/contract/uploads-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { answerRequest } from '../applications/answer-request.ts';
import { caseKey, findApplication } from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { putCasePaper } from '../documents/case-paper-file.ts';
import { attachDocument } from '../documents/attach-document.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import { ApiError } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { PermanentJobFault } from '../jobs/job-kinds.ts';
import { finishedUpload } from '../uploads/finished-upload.ts';
import { readUpload } from '../uploads/upload-reader.ts';
import { holdUpload, uploadById } from '../uploads/upload-store.ts';
import { startRun, type BulkRun } from './bulk-run-store.ts';
import { examineForRun } from './examine-for-run.ts';
import type { BulkWork } from './bulk-work.ts';
import { wholeRow } from './submit-many.ts';

export type AnswerAsked = InputOf<typeof bulkApi.answerMany>;

/** Begins one answer to many returns: the same fields, and one paper for all of them. */
export async function answerMany(tx: Tx, input: AnswerAsked): Promise<OutputOf<typeof bulkApi.answerMany>> {
  const partyId = actingParty(tx);
  const paper = input.paper && (await finishedUpload(tx, input.paper.uploadId, 'document'));
  if (paper) await holdUpload(tx.db, paper.id, 7);
  const rowsTotal = input.applicationIds.length;
  const run = { kind: 'answer' as const, partyId, rowsTotal, asked: input, filesUpload: paper?.id };
  const { runId } = await startRun(tx, run);
  const fact = { act: 'bulk-answer-started', subjectKind: 'bulk-run', subjectId: runId, purpose: 'filing' };
  await recordAudit(tx, { ...fact, detail: { rows: rowsTotal } });
  return { runId, rowsTotal };
}

/** Each row is one case that was sent back; the paper is decoded once and sealed for each worker apart. */
export async function answerWork(
  deps: Deps,
  run: BulkRun,
  asked: AnswerAsked,
  intake: IntakePool,
): Promise<BulkWork> {
  const examined = run.filesUpload
    ? await examineForRun(deps, run, intake, {
        bytes: await readPaper(deps, run.filesUpload),
        kind: asked.paper?.kind ?? '',
      })
    : undefined;
  return {
    rowsAtOnce: 20,
    prepare: async (from, to) =>
      asked.applicationIds.slice(from, to).map((applicationId, index) => ({
        rowNo: from + index + 1,
        async do(tx) {
          const application = await findApplication(tx.db, applicationId);
          if (!application) return { outcome: 'refused', faults: [wholeRow('not-found')] };
          if (application.state !== 'needs-documents')
            return { outcome: 'refused', applicationId: application.id, faults: [wholeRow('wrong-state')] };
          if (examined && asked.paper) {
            if (!examined.ok) throw new ApiError('image-refused', { detailCode: 'file-refused' });
            const { uploadId: _upload, ...said } = asked.paper;
            await attachDocument(tx, { applicationId, ...said }, (found) =>
              putCasePaper(tx, caseKey(tx.deps.keys, found), examined),
            );
          }
          const note = asked.note === undefined ? {} : { note: asked.note };
          // A run that was asked for before reasons could be given has none.
          const overrules = asked.overrules ?? [];
          await answerRequest(tx, { applicationId, fields: asked.fields, overrules, ...note });
          return { outcome: 'answered', applicationId: application.id, faults: [], files: examined ? 1 : 0 };
        },
      })),
    notes: () => [],
    close: () => undefined,
  };
}

async function readPaper(deps: Deps, uploadId: string): Promise<Buffer> {
  const reader = await inTransaction(deps, SYSTEM, 'bulk-run', async ({ db }) => {
    const upload = await uploadById(db, uploadId);
    if (!upload) throw new PermanentJobFault('the uploaded file is gone');
    return readUpload(deps, db, upload);
  });
  return reader.read(0, UPLOAD_LIMITS.document);
}

import { claimBlobs } from '../blobs/stage-blobs.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { insertPages, stagePages, type StagedPage } from './document-pages.ts';
import { findDocumentById, type StoredDocument } from './document-store.ts';
import type { Examined } from './intake/examined.ts';
import type { IntakePool } from './intake/intake-pool.ts';
import { keyOfDocument, openDocument } from './read-document.ts';

/**
 * Draws the pages of a PDF that was filed before pages were drawn. Only what the reader itself refuses is marked as
 * looked at and keeps no pages: an officer asks for another. A reader that was killed (memory, a deploy) says nothing
 * of the paper: it is tried again after growing pauses and put before a person in the end, as every job is.
 */
export function drawPaperJob(intake: IntakePool): JobHandler {
  return async (deps, { subject }) => {
    const id = subject['documentId']!;
    const found = await inTransaction(deps, SYSTEM, 'draw-paper', (tx) => readUndrawn(tx, id));
    if (!found) return async () => undefined;
    const { document, bytes } = found;
    const examined = bytes && (await intake.examine(bytes));
    if (examined && !examined.ok && saysNothing(examined)) throw new Error(`no verdict: ${examined.reason}`);
    const pages = await drawnPages(deps, document, examined);
    return (tx) => keep(tx, id, { document, examined, pages });
  };
}

/** The reader was lost, or was too slow for what else the machine did: neither is a refusal. */
const saysNothing = (refused: Extract<Examined, { ok: false }>): boolean =>
  refused.lost === true || refused.reason === 'took-too-long';

async function readUndrawn(
  tx: Tx,
  id: string,
): Promise<{ document: StoredDocument; bytes: Buffer | undefined } | undefined> {
  const document = await findDocumentById(tx.db, id);
  if (!document || document.lookedAt) return undefined;
  return { document, bytes: await openDocument(tx, document) };
}

async function drawnPages(
  deps: Deps,
  document: StoredDocument,
  examined: Examined | undefined,
): Promise<readonly StagedPage[]> {
  if (!examined?.ok) return [];
  const key = await inTransaction(deps, SYSTEM, 'draw-paper', (tx) => keyOfDocument(tx, document));
  return key ? stagePages(deps, { documentId: document.id, key, pages: examined.pages ?? [] }) : [];
}

interface Drawn {
  readonly document: StoredDocument;
  readonly examined: Examined | undefined;
  readonly pages: readonly StagedPage[];
}

async function keep(tx: Tx, id: string, { document, examined, pages }: Drawn): Promise<void> {
  const open = await tx
    .db('documents')
    .where('id', id)
    .whereNull('original_sha256')
    .forUpdate()
    .first<{ sha256: Buffer } | undefined>('sha256');
  // Another worker was here meanwhile; what this one stored is swept.
  if (!open) return;
  claimBlobs(
    tx,
    pages.map(({ blobKey }) => blobKey),
  );
  await insertPages(tx, id, pages);
  // Of a PDF what was kept is what came.
  const looked = { original_sha256: open.sha256, pages: Math.max(pages.length, 1) };
  await tx.db('documents').where('id', id).update(looked);
  const fact = { act: 'document-pages-drawn', subjectKind: 'document', subjectId: document.publicId };
  const reason = examined && !examined.ok ? { reason: examined.reason } : {};
  const detail = { pages: pages.length, ...reason };
  await recordAudit(tx, { ...fact, applicationId: document.applicationId, purpose: 'intake', detail });
}

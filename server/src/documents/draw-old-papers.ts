import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { storePages } from './document-pages.ts';
import { findDocument, type StoredDocument } from './document-store.ts';
import type { Examined } from './intake/examined.ts';
import type { IntakePool } from './intake/intake-pool.ts';
import { keyOfDocument, openDocument } from './read-document.ts';

/** A few at a turn: who files now goes first. */
const AT_ONCE = 3;

/**
 * Draws the pages of PDFs that were filed before pages were drawn; answers how many it looked at. What the intake does
 * not take today is marked as looked at and keeps no pages: an officer asks for another.
 */
export async function drawOldPapers(deps: Deps, intake: IntakePool): Promise<number> {
  const ids = await inTransaction(deps, SYSTEM, 'draw-old-papers', ({ db }) =>
    db('documents')
      .where('mime', 'application/pdf')
      .whereNull('original_sha256')
      .orderBy('added_at')
      .limit(AT_ONCE)
      .pluck<string[]>('public_id'),
  );
  for (const publicId of ids) await drawOne(deps, intake, publicId);
  return ids.length;
}

async function drawOne(deps: Deps, intake: IntakePool, publicId: string): Promise<void> {
  const bytes = await inTransaction(deps, SYSTEM, 'draw-old-papers', async (tx) => {
    const document = await findDocument(tx.db, publicId);
    return document && (await openDocument(tx, document));
  });
  // No transaction is open while a decoder works.
  const examined = bytes && (await intake.examine(bytes));
  await inTransaction(deps, SYSTEM, 'draw-old-papers', async (tx) => {
    // Another worker may have been here meanwhile.
    const open = await tx
      .db('documents')
      .where('public_id', publicId)
      .whereNull('original_sha256')
      .forUpdate()
      .first<{ sha256: Buffer } | undefined>('sha256');
    const document = open && (await findDocument(tx.db, publicId));
    if (document) await keep(tx, document, { examined, sha256: open.sha256 });
  });
}

async function keep(
  tx: Tx,
  document: StoredDocument,
  { examined, sha256 }: { readonly examined: Examined | undefined; readonly sha256: Buffer },
): Promise<void> {
  const key = examined?.ok ? await keyOfDocument(tx, document) : undefined;
  const pages = (examined?.ok && key && examined.pages) || [];
  if (key) await storePages(tx, { documentId: document.id, key, pages });
  // Of a PDF what was kept is what came.
  const looked = { original_sha256: sha256, pages: Math.max(pages.length, 1) };
  await tx.db('documents').where('id', document.id).update(looked);
  const fact = { act: 'document-pages-drawn', subjectKind: 'document', subjectId: document.publicId };
  const reason = examined && !examined.ok ? { reason: examined.reason } : {};
  const detail = { pages: pages.length, ...reason };
  await recordAudit(tx, { ...fact, applicationId: document.applicationId, purpose: 'intake', detail });
}

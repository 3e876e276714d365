import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { openPaperPage } from '../documents/paper-file.ts';
import type { SeenPage } from '../documents/read-document.ts';
import { findDossierPaper } from './dossier-store.ts';

/** A page of a paper of the dossier behind a link; who read it and why is recorded (promises.md I12). */
export async function readDossierPage(
  tx: Tx,
  of: { readonly document: string; readonly page: number; readonly purpose: string },
): Promise<SeenPage | undefined> {
  const paper = await findDossierPaper(tx.db, of.document);
  const seen = paper && (await openPaperPage(tx.deps, 'dossier', { ...paper, page: of.page }));
  if (!seen) return undefined;
  const fact = { act: 'dossier-paper-read', subjectKind: 'dossier-paper', subjectId: of.document };
  await recordAudit(tx, { ...fact, purpose: of.purpose, detail: { page: of.page, by: 'link' } });
  return seen;
}

import type { dossierApi } from '@permit/domain/contract/dossier-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { sealPageLinks } from '../documents/seal-page-links.ts';
import { notFound } from '../errors.ts';
import { findDossierPaper } from './dossier-store.ts';

/** Links to every page of a paper that the caller may see now; who asked and why is recorded. */
export async function linkDossierPaper(
  tx: Tx,
  { paperId, purpose }: InputOf<typeof dossierApi.linkDossierPaper>,
): Promise<OutputOf<typeof dossierApi.linkDossierPaper>> {
  const paper = await findDossierPaper(tx.db, paperId);
  if (!paper) throw notFound();
  const pages = paper.pages.map(({ width, height }, index) => ({ page: index + 1, width, height }));
  const links = sealPageLinks(tx, pages, { of: 'dossier', document: paperId, purpose, as: 'inline' });
  const fact = { act: 'dossier-paper-linked', subjectKind: 'dossier-paper', subjectId: paperId, purpose };
  await recordAudit(tx, { ...fact, detail: { pages: pages.length, until: links.expiresAt } });
  return links;
}

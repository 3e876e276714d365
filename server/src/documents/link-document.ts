import type { documentLinksApi } from '@permit/domain/contract/document-links-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { pagesOf } from './document-pages.ts';
import { findDocument } from './document-store.ts';
import { sealPageLinks } from './seal-page-links.ts';

/** Links to every page of a paper that the caller may see now; who asked and why is recorded. */
export async function linkDocument(
  tx: Tx,
  { documentId, purpose, as }: InputOf<typeof documentLinksApi.linkDocument>,
): Promise<OutputOf<typeof documentLinksApi.linkDocument>> {
  const document = await findDocument(tx.db, documentId);
  if (!document) throw notFound();
  const drawn = await pagesOf(tx.db, document.id);
  const pages = drawn.length > 0 ? drawn : [{ page: 1 }];
  const links = sealPageLinks(tx, pages, { of: 'case', document: documentId, purpose, as });
  const fact = { act: 'document-linked', subjectKind: 'document', subjectId: documentId, purpose };
  const detail = { pages: pages.length, as, until: links.expiresAt };
  await recordAudit(tx, { ...fact, applicationId: document.applicationId, detail });
  return links;
}

import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticePapersApi } from '@permit/domain/contract/notice-papers-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { openPaperPage } from '../documents/paper-file.ts';
import type { SeenPage } from '../documents/read-document.ts';
import { sealPageLinks } from '../documents/seal-page-links.ts';
import { notFound } from '../errors.ts';
import type { NoticePaperRow } from './notice-paper-store.ts';

/** Links to every page of a paper of a notice that the caller may see now; who asked is recorded. */
export async function linkNoticePaper(
  tx: Tx,
  { noticeId, paperId }: InputOf<typeof noticePapersApi.linkNoticePaper>,
): Promise<OutputOf<typeof noticePapersApi.linkNoticePaper>> {
  const paper = await findPaper(tx, paperId);
  if (paper?.notice !== noticeId) throw notFound();
  const pages = paper.pages.map(({ width, height }, index) => ({ page: index + 1, width, height }));
  const purpose = tx.caller.role;
  const links = sealPageLinks(tx, pages, { of: 'notice', document: paperId, purpose, as: 'inline' });
  const fact = { act: 'notice-paper-linked', subjectKind: 'notice-paper', subjectId: paperId, purpose };
  await recordAudit(tx, { ...fact, detail: { pages: pages.length, until: links.expiresAt } });
  return links;
}

/** A page of a paper of a notice behind a link; who read it and why is recorded (promises.md I12). */
export async function readNoticePage(
  tx: Tx,
  of: { readonly document: string; readonly page: number; readonly purpose: string },
): Promise<SeenPage | undefined> {
  const paper = await findPaper(tx, of.document);
  const seen =
    paper &&
    (await openPaperPage(tx.deps, 'notice-paper', {
      ...{ id: paper.id, pages: paper.pages, page: of.page },
      wrappedKey: paper.wrapped_key ?? undefined,
    }));
  if (!seen) return undefined;
  const fact = { act: 'notice-paper-read', subjectKind: 'notice-paper', subjectId: of.document };
  await recordAudit(tx, { ...fact, purpose: of.purpose, detail: { page: of.page, by: 'link' } });
  return seen;
}

function findPaper(tx: Tx, publicId: string): Promise<(NoticePaperRow & { notice: string }) | undefined> {
  return tx
    .db('notice_papers as p')
    .join('notices as n', 'n.id', 'p.notice_id')
    .where('p.public_id', publicId)
    .first('p.*', 'n.public_id as notice');
}

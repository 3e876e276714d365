import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import type { Tx } from '../database/transaction.ts';
import { additionsOf, papersOfNotice, type NoticeAdditionRow } from './notice-paper-store.ts';

type Detail = OutputOf<typeof noticesApi.getNotice>;

/** The papers of a notice and the receipts of those that came later, for whoever sees the notice. */
export async function describePapers(
  tx: Tx,
  noticeId: string,
): Promise<Pick<Detail, 'papers' | 'additions'>> {
  const papers = await papersOfNotice(tx.db, noticeId);
  const additions = papers.length > 0 ? await additionsOf(tx.db, noticeId) : [];
  return {
    papers: papers.map((paper) => ({
      paperId: paper.public_id,
      no: paper.paper_no,
      addition: paper.addition_no,
      kind: paper.kind,
      mime: paper.mime,
      pages: paper.pages.length,
      bytes: paper.bytes,
      sha256: paper.original_sha256.toString('hex'),
      addedAt: paper.added_at.toISOString(),
    })),
    additions: additions.map((addition) => describeAddition(tx, addition)),
  };
}

function describeAddition(
  tx: Tx,
  { addition_no, papers, text, key_id, issued_at }: NoticeAdditionRow,
): Detail['additions'][number] {
  const { specimen } = tx.deps.keys;
  const receipt = { text, keyId: key_id, issuedAt: issued_at.toISOString(), specimen, papers };
  return { no: addition_no, papers, receipt };
}

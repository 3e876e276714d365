import type { Tx } from '../database/transaction.ts';
import { sha256 } from '../ids.ts';
import { issueReceipt } from '../receipts/issue-receipt.ts';
import { digestLines, papersOfNotice } from './notice-paper-store.ts';
import type { NoticeRow } from './notice-store.ts';

/**
 * Signs and keeps the receipt of the notice's present revision. Its digest is of what is stored, sealed as it is: it
 * proves later that nothing was changed, and tells nobody anything now; papers are in it by the hash of the file that
 * came. Runs as the job class.
 */
export async function keepReceipt(tx: Tx, noticeId: string): Promise<void> {
  const notice = await tx.db('notices').where('id', noticeId).first<NoticeRow>();
  const workers = await tx
    .db('notice_workers')
    .where('notice_id', noticeId)
    .orderBy('row_no')
    .select<{ row_no: number; sealed: Buffer }[]>('row_no', 'sealed');
  const parts = workers.map(({ row_no, sealed }) => `${row_no} ${sha256(sealed).toString('hex')}`);
  const papers = await papersOfNotice(tx.db, noticeId);
  const body = sha256(notice.body_sealed).toString('hex');
  const digest = sha256([notice.number, body, ...parts, ...digestLines(papers)].join('\n'));
  const issuedAt = tx.deps.clock.business();
  const receipt = await issueReceipt(tx.deps.keys, {
    kind: 'notice',
    number: notice.number,
    serviceCode: notice.service_code,
    receivedAt: notice.revision === 1 ? notice.received_at : issuedAt,
    revision: notice.revision,
    digest,
    papers: papers.length,
  });
  await tx.db('notice_receipts').insert({
    notice_id: noticeId,
    revision: notice.revision,
    text: receipt.text,
    key_id: receipt.keyId,
    digest,
    papers: papers.length,
    issued_at: notice.revision === 1 ? notice.received_at : issuedAt,
  });
}

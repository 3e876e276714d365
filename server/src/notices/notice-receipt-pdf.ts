import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticesApi } from '@permit/domain/contract/notices-api.ts';
import type { PaperInput } from '@permit/domain/papers/paper.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, inTransaction, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { sha256 } from '../ids.ts';
import { createPaperPress } from '../papers/paper-press.ts';
import { composeNoticeReceipt } from './compose-notice-receipt.ts';
import { describeNotice } from './describe-notice.ts';
import { noticeService } from './notice-service.ts';
import { findNotice } from './notice-store.ts';

type Input = InputOf<typeof noticesApi.getNoticeReceipt>;
type Output = OutputOf<typeof noticesApi.getNoticeReceipt>;

/**
 * The receipt as PDF. Papers are drawn one after the other, each by a press of its own that ends with it: a rush for
 * receipts makes a queue and not a hundred processes.
 */
export function noticeReceiptPdf(): (around: Around, input: Input) => Promise<Output> {
  let last: Promise<unknown> = Promise.resolve();
  return async ({ deps, caller, requestId }, input) => {
    const { paper, name } = await inTransaction(deps, caller, requestId, (tx) => receiptPaper(tx, input));
    const drawing = last.then(() => draw(paper));
    last = drawing.catch(() => undefined);
    const pdf = await drawing;
    return {
      fileName: `${name}.pdf`,
      mime: 'application/pdf',
      base64: pdf.toString('base64'),
      sha256: sha256(pdf).toString('hex'),
    };
  };
}

async function draw(paper: PaperInput): Promise<Buffer> {
  const press = createPaperPress();
  try {
    return await press.draw(paper);
  } finally {
    press.close();
  }
}

async function receiptPaper(
  tx: Tx,
  { noticeId, addition: no }: Input,
): Promise<{ paper: PaperInput; name: string }> {
  const row = await findNotice(tx.db, noticeId);
  if (!row) throw notFound();
  const fact = {
    act: 'notice-receipt-made',
    subjectKind: 'notice',
    subjectId: noticeId,
    purpose: tx.caller.role,
  };
  await recordAudit(tx, fact);
  const notice = await describeNotice(tx, noticeId);
  const addition = no === undefined ? undefined : notice.additions.find((one) => one.no === no);
  if (no !== undefined && !addition) throw notFound();
  const { office, filer } = await asJob(tx, async () => ({
    office: await namesOf(tx, row.office_party),
    filer: await namesOf(tx, row.filed_by_party),
  }));
  const paper = composeNoticeReceipt({
    notice,
    addition,
    service: await noticeService(tx, row),
    office: office ?? { thai: 'กรมการจัดหางาน', english: 'Department of Employment' },
    filer: filer?.thai ?? '',
  });
  return { paper, name: no === undefined ? notice.noticeNo : `${notice.noticeNo}-A${no}` };
}

/** A party's readable names; undefined for a natural person, whose name is sealed. */
async function namesOf(
  tx: Tx,
  partyId: string | null,
): Promise<{ thai: string; english: string } | undefined> {
  const party = await tx
    .db('parties')
    .where('id', partyId)
    .first<{ name_th: string | null; name_en: string | null } | undefined>('name_th', 'name_en');
  const thai = party?.name_th ?? party?.name_en;
  return thai ? { thai, english: party?.name_en ?? thai } : undefined;
}

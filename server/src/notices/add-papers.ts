import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { noticePapersApi } from '@permit/domain/contract/notice-papers-api.ts';
import type { NoticePaperInput } from '@permit/domain/contract/notice-shapes.ts';
import { decideAddition, noticePaperKinds } from '@permit/domain/notices/notice-papers.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound, requireAllowed } from '../errors.ts';
import { sha256 } from '../ids.ts';
import { issueReceipt } from '../receipts/issue-receipt.ts';
import { describeNotice } from './describe-notice.ts';
import { noticeService } from './notice-service.ts';
import {
  additionsOf,
  digestLines,
  papersOfNotice,
  writePapers,
  type NamedPaper,
} from './notice-paper-store.ts';
import { lockNotice, type NoticeRow } from './notice-store.ts';
import type { NoticePapers } from './take-papers.ts';

type Input = InputOf<typeof noticePapersApi.addNoticePapers>;

/** A notice takes the papers that its service names and no other. */
export function requireKinds(service: ServiceDefinition, papers: readonly NoticePaperInput[]): void {
  const kinds = noticePaperKinds(service);
  const wrong = papers.flatMap(({ kind }, place) => (kinds.includes(kind) ? [] : [`papers.${place}`]));
  if (wrong.length > 0)
    throw new ApiError('refused', {
      detailCode: 'document-kind-unknown',
      fields: wrong.map((path) => ({ path, code: 'document-kind-unknown' })),
    });
}

/**
 * Papers after the notice: number and day of its receipt stay, the addition has its own number under it and a signed
 * receipt of its own, which tells how many papers came and pins each by its hash.
 */
export async function addNoticePapers(
  tx: Tx,
  input: Input,
  papers: NoticePapers,
): Promise<OutputOf<typeof noticePapersApi.addNoticePapers>> {
  const notice = await lockNotice(tx.db, input.noticeId);
  if (!notice) throw notFound();
  requireKinds(await noticeService(tx, notice), input.papers);
  const before = (await papersOfNotice(tx.db, notice.id)).length;
  requireAllowed(decideAddition({ state: notice.state, papers: before }, input.papers.length));
  const addition = (await additionsOf(tx.db, notice.id)).length + 1;
  const named = await papers.of(tx, input);
  await asJob(tx, () => keepAddition(tx, notice, { addition, papersBefore: before, named }));
  await recordAudit(tx, {
    ...{ act: 'notice-papers-added', subjectKind: 'notice', subjectId: notice.public_id, purpose: 'filing' },
    detail: { addition, papers: named.length },
  });
  return describeNotice(tx, input.noticeId);
}

async function keepAddition(
  tx: Tx,
  notice: NoticeRow,
  about: {
    readonly addition: number;
    readonly papersBefore: number;
    readonly named: readonly NamedPaper[];
  },
): Promise<void> {
  const { addition, papersBefore, named } = about;
  await writePapers(tx, { id: notice.id, papersBefore, addition }, named);
  const all = await papersOfNotice(tx.db, notice.id);
  const lines = digestLines(all.filter(({ addition_no }) => addition_no === addition));
  const digest = sha256([notice.number, `addition ${addition}`, ...lines].join('\n'));
  const issuedAt = tx.deps.clock.business();
  const { text, keyId } = await issueReceipt(tx.deps.keys, {
    kind: 'notice',
    number: notice.number,
    serviceCode: notice.service_code,
    receivedAt: issuedAt,
    revision: notice.revision,
    digest,
    ...{ papers: named.length, addition },
  });
  await tx.db('notice_additions').insert({
    ...{ notice_id: notice.id, addition_no: addition, papers: named.length, text, key_id: keyId, digest },
    issued_at: issuedAt,
  });
}

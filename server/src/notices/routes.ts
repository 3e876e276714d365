import { noticePapersApi } from '@permit/domain/contract/notice-papers-api.ts';
import { noticesApi } from '@permit/domain/contract/notices-api.ts';
import type { IntakePool } from '../documents/intake/intake-pool.ts';
import { getEmployment } from '../employments/get-employment.ts';
import type { Registrar, RouteOptions } from '../http/route.ts';
import { addNoticePapers } from './add-papers.ts';
import { answerCorrection } from './answer-correction.ts';
import { acknowledgeNotice, askCorrection } from './decide-on-notice.ts';
import { describeNotice } from './describe-notice.ts';
import { fileNotice } from './file-notice.ts';
import { linkNoticePaper } from './link-notice-paper.ts';
import { getNotice, listNotices } from './list-notices.ts';
import { noticeReceiptPdf } from './notice-receipt-pdf.ts';
import { noticePapers } from './take-papers.ts';

/** Notices, their acknowledgement, and the live link to the employer. */
export function registerNoticeRoutes({ route, outside }: Registrar, intake: IntakePool): void {
  const papers = noticePapers(intake);
  const replay: RouteOptions<typeof noticesApi.fileNotice>['replay'] = {
    ids: ({ noticeId }) => ({ noticeId }),
    rebuild: (tx, ids) => describeNotice(tx, String(ids['noticeId'])),
  };
  route(noticesApi.fileNotice, (tx, input) => fileNotice(tx, input, papers), {
    before: papers.before,
    replay,
  });
  route(noticePapersApi.addNoticePapers, (tx, input) => addNoticePapers(tx, input, papers), {
    before: papers.before,
    replay,
  });
  route(noticePapersApi.linkNoticePaper, linkNoticePaper);
  route(noticesApi.listNotices, listNotices);
  route(noticesApi.getNotice, getNotice);
  outside(noticesApi.getNoticeReceipt, noticeReceiptPdf());
  route(noticesApi.acknowledgeNotice, acknowledgeNotice);
  route(noticesApi.askCorrection, askCorrection);
  route(noticesApi.answerCorrection, answerCorrection);
  route(noticesApi.getEmployment, getEmployment);
}

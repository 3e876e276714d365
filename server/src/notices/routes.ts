import { noticesApi } from '@permit/domain/contract/notices-api.ts';
import { getEmployment } from '../employments/get-employment.ts';
import type { Registrar } from '../http/route.ts';
import { answerCorrection } from './answer-correction.ts';
import { acknowledgeNotice, askCorrection } from './decide-on-notice.ts';
import { describeNotice } from './describe-notice.ts';
import { fileNotice } from './file-notice.ts';
import { getNotice, listNotices } from './list-notices.ts';
import { noticeReceiptPdf } from './notice-receipt-pdf.ts';

/** Notices, their acknowledgement, and the live link to the employer. */
export function registerNoticeRoutes({ route, outside }: Registrar): void {
  route(noticesApi.fileNotice, fileNotice, {
    replay: {
      ids: ({ noticeId }) => ({ noticeId }),
      rebuild: (tx, ids) => describeNotice(tx, String(ids['noticeId'])),
    },
  });
  route(noticesApi.listNotices, listNotices);
  route(noticesApi.getNotice, getNotice);
  outside(noticesApi.getNoticeReceipt, noticeReceiptPdf());
  route(noticesApi.acknowledgeNotice, acknowledgeNotice);
  route(noticesApi.askCorrection, askCorrection);
  route(noticesApi.answerCorrection, answerCorrection);
  route(noticesApi.getEmployment, getEmployment);
}

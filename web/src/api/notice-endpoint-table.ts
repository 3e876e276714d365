import type { permitApi } from '@permit/domain/contract/permit-api.ts';
import type { EndpointRow } from './endpoint-table.ts';

/** Operations of notices; they come with its pages (web/src/notices/notice-operations.ts). */
export const NOTICE_ROWS = {
  fileNotice: ['POST', '/notices', 'key'],
  listNotices: ['GET', '/notices'],
  getNotice: ['GET', '/notices/{noticeId}'],
  getNoticeReceipt: ['GET', '/notices/{noticeId}/receipt'],
  answerCorrection: ['POST', '/notices/{noticeId}/answer'],
  addNoticePapers: ['POST', '/notices/{noticeId}/papers', 'key'],
  linkNoticePaper: ['POST', '/notices/{noticeId}/papers/{paperId}/links'],
} as const satisfies Partial<Record<keyof typeof permitApi, EndpointRow>>;

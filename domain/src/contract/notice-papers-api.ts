import { z } from 'zod';
import { DocumentLink } from './document-links-api.ts';
import { endpoint } from './endpoint.ts';
import { NOTICE_FILERS, NOTICE_READERS, NoticeDetail, NoticePaperInput } from './notice-shapes.ts';
import { MOST_PAPERS_AT_ONCE } from '../notices/notice-papers.ts';
import { Instant, PublicId } from './wire-types.ts';

/** Papers of notices: sent with the notice (fileNotice) or added while the office has not acknowledged it. */
export const noticePapersApi = {
  addNoticePapers: endpoint({
    id: 'addNoticePapers',
    summary: 'Add uploaded papers to a received notice; each addition has a number and a signed receipt',
    method: 'POST',
    path: '/notices/{noticeId}/papers',
    allow: NOTICE_FILERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      noticeId: PublicId,
      papers: z.array(NoticePaperInput).min(1).max(MOST_PAPERS_AT_ONCE),
    }),
    output: NoticeDetail,
  }),
  linkNoticePaper: endpoint({
    id: 'linkNoticePaper',
    summary: 'Links to the pages of a paper of a notice, as linkDocument gives them',
    method: 'POST',
    path: '/notices/{noticeId}/papers/{paperId}/links',
    allow: NOTICE_READERS,
    input: z.object({ noticeId: PublicId, paperId: PublicId }),
    output: z.object({ expiresAt: Instant, pages: z.array(DocumentLink) }),
  }),
} as const;

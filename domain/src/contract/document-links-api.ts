import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PAPER_READERS } from './filing-shapes.ts';
import { ReadingPurposeSchema } from './reading-purpose.ts';
import { Instant, PublicId } from './wire-types.ts';

export const DocumentLink = z
  .object({
    page: z.int(),
    /** Path of the picture on this server: for an `<img>` or a download, by whoever asked, for some minutes. */
    path: z.string(),
    width: z.int().optional(),
    height: z.int().optional(),
  })
  .meta({ id: 'DocumentLink' });

export const documentLinksApi = {
  linkDocument: endpoint({
    id: 'linkDocument',
    summary:
      'Links to the pages of a paper that work without a header, for some minutes and this session only',
    method: 'POST',
    path: '/documents/{documentId}/links',
    allow: PAPER_READERS,
    input: z.object({
      documentId: PublicId,
      purpose: ReadingPurposeSchema.default('own-case'),
      as: z.enum(['inline', 'download']).default('inline'),
    }),
    output: z.object({ expiresAt: Instant, pages: z.array(DocumentLink) }),
  }),
  getLinkedPage: endpoint({
    id: 'getLinkedPage',
    summary: 'The picture behind a link, while the link, the session and the right to the case last',
    method: 'GET',
    path: '/document-links/{link}',
    allow: 'public',
    input: z.object({ link: z.string().max(800) }),
    answer: 'file',
    output: z.unknown(),
  }),
} as const;

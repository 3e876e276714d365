import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant } from './wire-types.ts';

/** The audit chain, for the auditor only. */
export const auditApi = {
  exportAudit: endpoint({
    id: 'exportAudit',
    summary: 'A stretch of the audit chain with its seals',
    method: 'GET',
    path: '/audit',
    allow: ['auditor'],
    input: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({
      entries: z.array(
        z.object({
          position: z.int(),
          at: Instant,
          actor: z.string(),
          act: z.string(),
          subject: z.string(),
          purpose: z.string(),
          /** The purpose in words, where it is one of the list that papers are read for. */
          purposeWords: z.object({ th: z.string(), en: z.string() }).optional(),
          hash: z.string(),
        }),
      ),
      anchor: z.object({ kind: z.string(), position: z.int(), hash: z.string() }).optional(),
    }),
  }),
  verifyAudit: endpoint({
    id: 'verifyAudit',
    summary: 'Does the chain hold up to the last anchor outside the database?',
    method: 'POST',
    path: '/audit/verify',
    allow: ['auditor'],
    input: z.object({}),
    output: z.object({
      holds: z.boolean(),
      entries: z.int(),
      anchoredUpTo: z.int(),
      firstBreak: z.int().optional(),
      anchorKind: z.string(),
    }),
  }),
} as const;

import { z } from 'zod';
import { ATTENTION_KINDS } from '../lifecycle/attention-reach.ts';
import { endpoint } from './endpoint.ts';
import { Instant } from './wire-types.ts';

export const AttentionItem = z
  .object({
    kind: z.enum(ATTENTION_KINDS),
    /** Public id, reference or job id of what waits. */
    subject: z.string(),
    /** The number that people say aloud, where there is one. */
    number: z.string().optional(),
    /** State or problem code. */
    state: z.string(),
    /** Who acts next, as a role or `operations`. */
    waitsFor: z.string(),
    since: Instant,
    dueAt: Instant.optional(),
    remedy: z.string(),
  })
  .meta({ id: 'AttentionItem' });

export const attentionApi = {
  listAttention: endpoint({
    id: 'listAttention',
    summary: 'What is overdue, set aside or failed within the caller’s reach, and who has to act; no names',
    method: 'GET',
    path: '/attention',
    allow: [
      'centre-supervisor',
      'assistant-registrar',
      'registrar',
      'head-of-office',
      'administrator',
      'finance-officer',
    ],
    input: z.object({
      kind: z.enum(ATTENTION_KINDS).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      counts: z.array(
        z.object({ kind: z.enum(ATTENTION_KINDS), count: z.int(), oldest: Instant.optional() }),
      ),
      items: z.array(AttentionItem),
    }),
  }),
  retryJob: endpoint({
    id: 'retryJob',
    summary: 'A failed job is tried again from the beginning',
    method: 'POST',
    path: '/jobs/{jobId}/retry',
    allow: ['administrator'],
    input: z.object({ jobId: z.uuid() }),
    output: z.object({ jobId: z.uuid(), state: z.literal('due') }),
  }),
} as const;

import { z } from 'zod';
import { REFUSAL_GROUNDS, type RefusalGround } from '../catalogue/return-reasons.ts';
import { endpoint } from './endpoint.ts';
import { ApplicationRow, ApplicationStateName, Finding } from './filing-shapes.ts';
import { Instant, PublicId, ShortText } from './wire-types.ts';

const REVIEWERS = ['document-checker', 'assistant-registrar', 'registrar', 'head-of-office'] as const;
const Moved = z.object({ applicationId: PublicId, state: ApplicationStateName });

/** An item sent back: only these are open to the filer again. */
export const ReturnedItem = z.object({
  item: z.string().max(60),
  /** A code of return-reasons.ts; an older caller's own word is kept and shown as it is. */
  reason: z.string().max(60),
  note: ShortText.optional(),
});

export const reviewApi = {
  reviewLane: endpoint({
    id: 'reviewLane',
    summary: 'The cases that wait for the caller, oldest due first',
    method: 'GET',
    path: '/review/lane',
    allow: REVIEWERS,
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: z.object({ waiting: z.int(), oldestSince: Instant.optional(), cases: z.array(ApplicationRow) }),
  }),
  reviewNext: endpoint({
    id: 'reviewNext',
    summary: 'The next case for the caller, leased to them for some minutes so that no two open the same',
    method: 'POST',
    path: '/review/next',
    allow: REVIEWERS,
    input: z.object({}),
    output: z.object({
      case: ApplicationRow.optional(),
      findings: z.array(Finding),
      leaseUntil: Instant.optional(),
      waiting: z.int(),
    }),
  }),
  reviewStats: endpoint({
    id: 'reviewStats',
    summary: 'Backlog by state and age, without any person in it',
    method: 'GET',
    path: '/review/stats',
    allow: [...REVIEWERS, 'centre-supervisor'],
    input: z.object({}),
    output: z.object({
      states: z.array(
        z.object({ state: ApplicationStateName, count: z.int(), oldestSince: Instant.optional() }),
      ),
    }),
  }),
  checkDocuments: endpoint({
    id: 'checkDocuments',
    summary: 'The contractor says whether the papers are complete; it decides nothing else',
    method: 'POST',
    path: '/applications/{applicationId}/document-check',
    allow: ['document-checker'],
    input: z.object({
      applicationId: PublicId,
      complete: z.boolean(),
      returned: z.array(ReturnedItem).max(40).default([]),
    }),
    output: Moved,
  }),
  considerApplication: endpoint({
    id: 'considerApplication',
    summary: 'The assistant registrar considers: proposes to the registrar, or sends back items',
    method: 'POST',
    path: '/applications/{applicationId}/consideration',
    allow: ['assistant-registrar'],
    input: z.object({
      applicationId: PublicId,
      proposal: z.enum(['grant', 'refuse', 'return']),
      note: ShortText.optional(),
      returned: z.array(ReturnedItem).max(40).default([]),
    }),
    output: Moved,
  }),
  returnApplication: endpoint({
    id: 'returnApplication',
    summary: 'The registrar sends items back; the papers are checked and the case is considered anew',
    method: 'POST',
    path: '/applications/{applicationId}/return',
    allow: ['registrar'],
    input: z.object({
      applicationId: PublicId,
      revision: z.int(),
      returned: z.array(ReturnedItem).min(1).max(40),
    }),
    output: Moved,
  }),
  grantApplication: endpoint({
    id: 'grantApplication',
    summary: 'The registrar grants; the permit fee falls due',
    method: 'POST',
    path: '/applications/{applicationId}/grant',
    allow: ['registrar'],
    input: z.object({ applicationId: PublicId, revision: z.int(), note: ShortText.optional() }),
    output: Moved,
  }),
  refuseApplication: endpoint({
    id: 'refuseApplication',
    summary: 'The registrar refuses, with the legal ground and the way to appeal',
    method: 'POST',
    path: '/applications/{applicationId}/refuse',
    allow: ['registrar'],
    input: z.object({
      applicationId: PublicId,
      revision: z.int(),
      ground: z.enum(Object.keys(REFUSAL_GROUNDS) as [RefusalGround, ...RefusalGround[]]),
      text: ShortText,
    }),
    output: Moved,
  }),
} as const;

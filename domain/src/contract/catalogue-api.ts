import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

/** Who keeps the catalogue; publishing takes two of them. */
const KEEPERS = ['administrator', 'head-of-office'] as const;

const Outcome = z.object({
  fees: z.record(z.string(), z.int()),
  papers: z.array(z.string()),
  findings: z.array(z.string()),
});

export const ServiceDraft = z
  .object({
    draftId: PublicId,
    code: z.string(),
    version: z.int(),
    effectiveFrom: WireDate,
    why: z.string(),
    preparedAt: Instant,
    /** The caller prepared it, so another person has to publish. */
    mine: z.boolean(),
    state: z.enum(['waiting', 'published', 'discarded']),
    /** What makes it unsound, in words; empty where it may be published. */
    problems: z.array(z.string()),
    differences: z.array(
      z.object({ path: z.string(), before: z.json().optional(), after: z.json().optional() }),
    ),
    /** Sample cases of the service, and those whose fees, papers or findings change. */
    samples: z.int(),
    changes: z.array(z.object({ sample: z.string(), before: Outcome, after: Outcome })),
  })
  .meta({ id: 'ServiceDraft' });

export const catalogueApi = {
  draftService: endpoint({
    id: 'draftService',
    summary:
      'Prepare the next version of a service: only what changes, by name; answers difference and simulation',
    method: 'POST',
    path: '/service-drafts',
    allow: KEEPERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      code: z.string().max(20),
      effectiveFrom: WireDate,
      change: z.record(z.string(), z.json()),
      why: ShortText,
    }),
    output: ServiceDraft,
  }),
  listServiceDrafts: endpoint({
    id: 'listServiceDrafts',
    summary: 'Versions in preparation and published, newest first, each with difference and simulation',
    method: 'GET',
    path: '/service-drafts',
    allow: KEEPERS,
    input: z.object({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
    output: z.object({ drafts: z.array(ServiceDraft) }),
  }),
  publishService: endpoint({
    id: 'publishService',
    summary:
      'Another person publishes a prepared version; it is in force from its first day, running cases keep theirs',
    method: 'POST',
    path: '/service-drafts/{draftId}/publish',
    allow: KEEPERS,
    input: z.object({ draftId: PublicId }),
    output: ServiceDraft,
  }),
  discardServiceDraft: endpoint({
    id: 'discardServiceDraft',
    summary: 'Lay a prepared version aside; it stays in the list',
    method: 'POST',
    path: '/service-drafts/{draftId}/discard',
    allow: KEEPERS,
    input: z.object({ draftId: PublicId }),
    output: ServiceDraft,
  }),
} as const;

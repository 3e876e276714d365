import { z } from 'zod';
import { CORRECTABLE, type CorrectableField } from '../lifecycle/printed-fields.ts';
import { correctionMachine, type CorrectionState } from '../machines/correction-machine.ts';
import { endpoint } from './endpoint.ts';
import { Instant, PublicId, ShortText } from './wire-types.ts';

const ASKERS = ['worker', 'employer', 'agent', 'clerk'] as const;
const DECIDERS = ['registrar', 'head-of-office'] as const;
const STATES = Object.keys(correctionMachine.states) as [CorrectionState, ...CorrectionState[]];

const Change = z.object({
  field: z.enum(CORRECTABLE as readonly [CorrectableField, ...CorrectableField[]]),
  /** As in the draft: a text, or a birth date with its precision. */
  value: z.union([
    z.string().trim().max(120),
    z.object({ precision: z.enum(['day', 'month', 'year', 'unknown']), date: z.string().max(10) }),
  ]),
});

export const Correction = z
  .object({
    correctionId: PublicId,
    permitId: PublicId,
    permitNo: z.string(),
    applicationId: PublicId,
    state: z.enum(STATES),
    source: z.enum(['objection', 'renewed-passport', 'office']),
    changes: z.array(Change.extend({ before: Change.shape.value.optional() })),
    /** A printed field differs: cards of before are listed as changed. */
    printed: z.boolean(),
    reprintWanted: z.boolean(),
    evidenceDocumentId: PublicId.optional(),
    note: z.string(),
    askedAt: Instant,
    dueAt: Instant,
    reason: z.string().optional(),
  })
  .meta({ id: 'Correction' });

export const correctionsApi = {
  requestCorrection: endpoint({
    id: 'requestCorrection',
    summary:
      'What a permit says is wrong, or the passport is a new one: fields, values and the paper that shows it',
    method: 'POST',
    path: '/permits/{permitId}/corrections',
    allow: ASKERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      permitId: PublicId,
      source: z.enum(['objection', 'renewed-passport', 'office']),
      changes: z.array(Change).min(1).max(16),
      note: ShortText,
      evidenceDocumentId: PublicId.optional(),
      reprintWanted: z.boolean().default(false),
    }),
    output: Correction,
  }),
  withdrawCorrection: endpoint({
    id: 'withdrawCorrection',
    summary: 'Take a correction back before it is decided',
    method: 'POST',
    path: '/corrections/{correctionId}/withdraw',
    allow: ASKERS,
    input: z.object({ correctionId: PublicId }),
    output: Correction,
  }),
  listCorrections: endpoint({
    id: 'listCorrections',
    summary: 'Corrections that the caller may see, those that wait first',
    method: 'GET',
    path: '/corrections',
    allow: [...ASKERS, ...DECIDERS],
    input: z.object({
      permitId: PublicId.optional(),
      state: z.enum(STATES).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ corrections: z.array(Correction) }),
  }),
  attachEvidence: endpoint({
    id: 'attachEvidence',
    summary: 'A paper for a correction, taken like any paper of a case: decoded, encoded anew and sealed',
    method: 'POST',
    path: '/permits/{permitId}/evidence',
    allow: ASKERS,
    idempotency: 'key',
    body: 'bytes',
    status: 201,
    input: z.object({
      permitId: PublicId,
      kind: z.string().min(1).max(60),
      bytes: z.instanceof(Uint8Array),
    }),
    output: z.object({ documentId: PublicId }),
  }),
  decideCorrection: endpoint({
    id: 'decideCorrection',
    summary: 'The registrar grants a correction as a new revision of the permit, or refuses it with a reason',
    method: 'POST',
    path: '/corrections/{correctionId}/decision',
    allow: ['registrar'],
    input: z.object({ correctionId: PublicId, granted: z.boolean(), reason: ShortText }),
    output: Correction,
  }),
} as const;

import { z } from 'zod';
import { INSPECTION_REASONS } from '../cards/inspection-reasons.ts';
import { permitMachine, type PermitState } from '../machines/permit-machine.ts';
import { endpoint } from './endpoint.ts';
import { VisitSummary } from './visits-api.ts';
import { Base64, Instant, PublicId, WireDate } from './wire-types.ts';

const PERMIT_STATES = Object.keys(permitMachine.states) as [PermitState, ...PermitState[]];
const PermitStateName = z.enum(PERMIT_STATES).meta({ id: 'PermitState' });
const qr = z.string().min(1).max(4000);

const CheckProof = z
  .object({
    proofId: PublicId,
    checkedAt: Instant,
    /** Age of the list that the answer rests on. */
    listIssuedAt: Instant,
    answer: z.string(),
    permitNo: z.string(),
    /** What was signed, so that the proof can be checked without asking here. */
    statement: z.string(),
    keyId: z.string(),
    signature: Base64,
  })
  .meta({ id: 'CheckProof' });

/** Who may see more of a permit than the public check shows, and what they can prove later. */
export const cardProofsApi = {
  listPermits: endpoint({
    id: 'listPermits',
    summary: 'Permits in force of the cases that the caller sees, for the card on the phone; no names',
    method: 'GET',
    path: '/permits',
    allow: ['worker', 'employer', 'agent'],
    input: z.object({}),
    output: z.object({
      permits: z.array(
        z.object({
          permitId: PublicId,
          permitNo: z.string(),
          state: PermitStateName,
          validTo: WireDate,
          /** Rises with every change; a phone that holds an older one fetches its code anew. */
          revision: z.int(),
        }),
      ),
    }),
  }),
  findVisit: endpoint({
    id: 'findVisit',
    summary:
      "Today's visit of the person whose card or phone code was scanned, instead of the ticket's number",
    method: 'POST',
    path: '/visits/find',
    allow: ['clerk', 'centre-supervisor'],
    input: z.object({ qr }),
    output: VisitSummary,
  }),
  inspectPermit: endpoint({
    id: 'inspectPermit',
    summary:
      'For signed-in inspectors and the own employer: photo and employer behind a code that was scanned',
    method: 'POST',
    path: '/permits/inspect',
    allow: ['inspector', 'employer'],
    /** Why an inspector looks; written down with the look. */
    input: z.object({ qr, reason: z.enum(INSPECTION_REASONS).optional() }),
    output: z.object({
      answer: z.string(),
      asOf: Instant,
      permitNo: z.string(),
      state: PermitStateName,
      validTo: WireDate,
      workerName: z.string(),
      /** JPEG of the face that was captured. */
      photo: Base64.optional(),
      /** Who employs the person now, by what was granted and notified since. */
      employers: z.array(z.object({ name: z.string(), from: WireDate, provinceCode: z.string().optional() })),
    }),
  }),
  proveCheck: endpoint({
    id: 'proveCheck',
    summary: 'An employer or agent checks a code before hiring and keeps a dated, signed proof of the answer',
    method: 'POST',
    path: '/check-proofs',
    allow: ['employer', 'agent'],
    idempotency: 'key',
    status: 201,
    input: z.object({ qr }),
    output: CheckProof,
  }),
  getCheckProof: endpoint({
    id: 'getCheckProof',
    summary: 'A proof again, for who made it and for inspectors',
    method: 'GET',
    path: '/check-proofs/{proofId}',
    allow: ['employer', 'agent', 'inspector'],
    input: z.object({ proofId: PublicId }),
    output: CheckProof,
  }),
} as const;

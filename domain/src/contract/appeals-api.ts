import { z } from 'zod';
import { permitMachine, type PermitState } from '../machines/permit-machine.ts';
import { endpoint } from './endpoint.ts';
import { ApplicationStateName } from './filing-shapes.ts';
import { ApplicationNo, Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const PermitStateName = z
  .enum(Object.keys(permitMachine.states) as [PermitState, ...PermitState[]])
  .meta({ id: 'PermitState' });
const APPELLANTS = ['worker', 'employer', 'agent', 'clerk'] as const;

/** One stage of the road of an appeal, with its day. */
const AppealStage = z.object({
  code: z.string(),
  by: z.string(),
  due: WireDate,
  doneOn: WireDate.optional(),
  certainty: z.enum(['certain', 'uncertain', 'assumed']),
});

export const Appeal = z
  .object({
    appealId: PublicId,
    applicationId: PublicId,
    applicationNo: ApplicationNo,
    filedAt: Instant,
    knownOn: WireDate,
    /** Filed after its term: received and marked, never turned away by software. */
    late: z.boolean(),
    grounds: z.string(),
    /** Ground and words of the decision that is appealed. */
    refusal: z.object({ ground: z.string(), text: z.string() }),
    /** The order, where one that ended a permit is appealed and not a refusal. */
    order: z
      .object({ orderId: PublicId, number: z.string(), kind: z.enum(['revoked', 'cancelled']) })
      .optional(),
    stages: z.array(AppealStage),
    outcome: z.enum(['allowed', 'upheld']).optional(),
    reason: z.string().optional(),
    decidedAt: Instant.optional(),
  })
  .meta({ id: 'Appeal' });

export const appealsApi = {
  fileAppeal: endpoint({
    id: 'fileAppeal',
    summary:
      'Appeal against the refusal of a case, or the order that ended its permit; a late one is received, marked late',
    method: 'POST',
    path: '/applications/{applicationId}/appeal',
    allow: APPELLANTS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      applicationId: PublicId,
      /** The day on which the decision became known; the term runs from it. */
      knownOn: WireDate,
      grounds: z.string().trim().min(1).max(4000),
    }),
    output: Appeal,
  }),
  getAppeal: endpoint({
    id: 'getAppeal',
    summary: 'The appeal of a case with its stages and by when each is due',
    method: 'GET',
    path: '/applications/{applicationId}/appeal',
    allow: [...APPELLANTS, 'assistant-registrar', 'registrar', 'head-of-office', 'minister-office'],
    input: z.object({ applicationId: PublicId }),
    output: Appeal,
  }),
  listAppeals: endpoint({
    id: 'listAppeals',
    summary: 'Appeals that wait for a decision, oldest first',
    method: 'GET',
    path: '/appeals',
    allow: ['minister-office'],
    input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(50) }),
    output: z.object({ appeals: z.array(Appeal) }),
  }),
  recordAppealStage: endpoint({
    id: 'recordAppealStage',
    summary: 'A stage of the appeal is done (forwarded, opinion given); the next one counts from this day',
    method: 'POST',
    path: '/applications/{applicationId}/appeal/stages',
    allow: ['minister-office'],
    input: z.object({ applicationId: PublicId, stage: z.string().max(40), doneOn: WireDate }),
    output: Appeal,
  }),
  decideAppeal: endpoint({
    id: 'decideAppeal',
    summary:
      'The appeal is decided. Allowed: the permit fee falls due, or the permit lives again; upheld: the decision stays',
    method: 'POST',
    path: '/applications/{applicationId}/appeal/decision',
    allow: ['minister-office'],
    input: z.object({ applicationId: PublicId, outcome: z.enum(['allowed', 'upheld']), reason: ShortText }),
    output: z.object({
      applicationId: PublicId,
      state: ApplicationStateName,
      /** What the permit is now, where an order was appealed. */
      permitState: PermitStateName.optional(),
    }),
  }),
} as const;

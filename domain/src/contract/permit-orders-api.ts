import { z } from 'zod';
import { permitEndMachine, type PermitEndState } from '../machines/permit-end-machine.ts';
import { permitMachine, type PermitState } from '../machines/permit-machine.ts';
import { permitOrderMachine, type PermitOrderState } from '../machines/permit-order-machine.ts';
import { endpoint } from './endpoint.ts';
import { Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const ASKERS = ['worker', 'employer', 'agent', 'clerk'] as const;
const OFFICERS = ['registrar', 'head-of-office'] as const;
const PermitStateName = z
  .enum(Object.keys(permitMachine.states) as [PermitState, ...PermitState[]])
  .meta({ id: 'PermitState' });
const OrderStateName = z.enum(Object.keys(permitOrderMachine.states) as [PermitOrderState]);
const EndStateName = z.enum(Object.keys(permitEndMachine.states) as [PermitEndState]);
export const PermitOrder = z
  .object({
    orderId: PublicId,
    /** Running number within a Buddhist year: `000001/2569`. */
    number: z.string(),
    kind: z.enum(['revoked', 'cancelled']),
    state: OrderStateName,
    permitId: PublicId,
    permitNo: z.string(),
    permitState: PermitStateName,
    applicationId: PublicId,
    orderedAt: Instant,
    ground: z.string(),
    /** The registrar's own words. */
    words: z.string(),
    /** The last day of an appeal; how sure the term is says the catalogue. */
    appealBy: WireDate.optional(),
  })
  .meta({ id: 'PermitOrder' });

export const PermitEndRequest = z
  .object({
    requestId: PublicId,
    state: EndStateName,
    permitId: PublicId,
    permitNo: z.string(),
    applicationId: PublicId,
    side: z.enum(['holder', 'employer']),
    /** The exit notice that it rests on, by its number. */
    noticeNo: z.string().optional(),
    words: z.string(),
    askedAt: Instant,
    dueAt: Instant.optional(),
    /** The registrar's answer. */
    answer: z.string().optional(),
    orderId: PublicId.optional(),
  })
  .meta({ id: 'PermitEndRequest' });

/** Orders that end a permit, and requests to end one (service REV). */
export const permitOrdersApi = {
  findPermit: endpoint({
    id: 'findPermit',
    summary:
      'The permit with this number, of a case that the officer may see, with its holder and its orders',
    method: 'POST',
    path: '/permits/find',
    allow: OFFICERS,
    input: z.object({ permitNo: z.string().trim().min(4).max(20) }),
    output: z.object({
      permitId: PublicId,
      permitNo: z.string(),
      applicationId: PublicId,
      state: PermitStateName,
      validFrom: WireDate,
      validTo: WireDate,
      category: z.string(),
      holder: z.string(),
      orders: z.array(PermitOrder),
    }),
  }),
  listPermitOrders: endpoint({
    id: 'listPermitOrders',
    summary: 'Orders that ended permits of cases that the caller sees, newest first',
    method: 'GET',
    path: '/permit-orders',
    allow: [...ASKERS, ...OFFICERS],
    input: z.object({
      applicationId: PublicId.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ orders: z.array(PermitOrder) }),
  }),
  listOrderGrounds: endpoint({
    id: 'listOrderGrounds',
    summary: 'The grounds on which an order may end a permit today, with how sure each is',
    method: 'GET',
    path: '/permit-orders/grounds',
    allow: OFFICERS,
    input: z.object({}),
    output: z.object({
      grounds: z.array(
        z.object({
          code: z.string(),
          endsAs: z.enum(['revoked', 'cancelled']),
          section: z.string().optional(),
          th: z.string(),
          en: z.string(),
          certainty: z.enum(['certain', 'uncertain', 'assumed']),
          source: z.string(),
        }),
      ),
    }),
  }),
  requestPermitEnd: endpoint({
    id: 'requestPermitEnd',
    summary:
      'Holder or employer asks to end a permit, where there is one with the exit notice; the registrar decides',
    method: 'POST',
    path: '/permits/{permitId}/end-requests',
    allow: ASKERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      permitId: PublicId,
      /** For whom an agent or the counter asks; a worker and an employer ask for themselves. */
      side: z.enum(['holder', 'employer']).optional(),
      noticeId: PublicId.optional(),
      words: ShortText,
    }),
    output: PermitEndRequest,
  }),
  withdrawPermitEnd: endpoint({
    id: 'withdrawPermitEnd',
    summary: 'Whoever asked takes the request back before it is decided',
    method: 'POST',
    path: '/permit-end-requests/{requestId}/withdraw',
    allow: ASKERS,
    input: z.object({ requestId: PublicId }),
    output: PermitEndRequest,
  }),
  listPermitEnds: endpoint({
    id: 'listPermitEnds',
    summary: 'Requests to end a permit that the caller may see, those that wait first',
    method: 'GET',
    path: '/permit-end-requests',
    allow: [...ASKERS, ...OFFICERS],
    input: z.object({
      applicationId: PublicId.optional(),
      state: EndStateName.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    output: z.object({ requests: z.array(PermitEndRequest) }),
  }),
  decidePermitEnd: endpoint({
    id: 'decidePermitEnd',
    summary: 'The registrar ends the permit by an order, or refuses the request; never the person who asked',
    method: 'POST',
    path: '/permit-end-requests/{requestId}/decision',
    allow: ['registrar'],
    input: z.object({ requestId: PublicId, granted: z.boolean(), words: ShortText }),
    output: PermitEndRequest,
  }),
} as const;

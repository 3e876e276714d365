import { z } from 'zod';
import { WORKPLACE_KINDS } from '../staff/role-places.ts';
import { endpoint } from './endpoint.ts';
import { Instant, Nothing, PublicId, ShortText } from './wire-types.ts';

const MANAGERS = ['administrator', 'head-of-office'] as const;

export const ActingOrder = z
  .object({
    orderId: PublicId,
    orderNo: z.string(),
    officeId: PublicId,
    officeName: z.string(),
    role: z.enum(['registrar', 'assistant-registrar']),
    validFrom: Instant,
    validUntil: Instant,
    persons: z.array(z.object({ accountId: PublicId, displayName: z.string() })),
    state: z.enum(['coming', 'in-force', 'over', 'revoked']),
  })
  .meta({ id: 'ActingOrder' });

export const officesApi = {
  listOffices: endpoint({
    id: 'listOffices',
    summary: 'Offices and the provinces that they have jurisdiction over',
    method: 'GET',
    path: '/offices',
    allow: [...MANAGERS, 'registrar', 'assistant-registrar'],
    input: z.object({}),
    output: z.object({
      offices: z.array(
        z.object({
          officeId: PublicId,
          code: z.string(),
          name: z.string(),
          provinceCode: z.string().optional(),
        }),
      ),
    }),
  }),
  listParties: endpoint({
    id: 'listParties',
    summary: 'Where staff work: offices, centres, the contractor, the inspectorate, the Department',
    method: 'GET',
    path: '/parties',
    allow: ['administrator'],
    input: z.object({}),
    output: z.object({
      parties: z.array(
        z.object({
          partyId: PublicId,
          kind: z.enum(WORKPLACE_KINDS),
          code: z.string(),
          name: z.string(),
          provinceCode: z.string().optional(),
        }),
      ),
    }),
  }),
  listStaff: endpoint({
    id: 'listStaff',
    summary: 'Staff with their roles in force',
    method: 'GET',
    path: '/staff',
    allow: MANAGERS,
    input: z.object({}),
    output: z.object({
      staff: z.array(
        z.object({
          accountId: PublicId,
          displayName: z.string(),
          disabled: z.boolean(),
          roles: z.array(z.object({ role: z.string(), partyName: z.string(), until: Instant.optional() })),
        }),
      ),
    }),
  }),
  createActingOrder: endpoint({
    id: 'createActingOrder',
    summary: 'Enter a written order by which named persons act as registrars of an office for a time',
    method: 'POST',
    path: '/acting-orders',
    allow: MANAGERS,
    idempotency: 'key',
    status: 201,
    input: z.object({
      orderNo: ShortText,
      officeId: PublicId,
      role: z.enum(['registrar', 'assistant-registrar']),
      validFrom: Instant,
      validUntil: Instant,
      persons: z.array(PublicId).min(1).max(50),
    }),
    output: z.object({ orderId: PublicId }),
  }),
  listActingOrders: endpoint({
    id: 'listActingOrders',
    summary: 'Acting registrars by order',
    method: 'GET',
    path: '/acting-orders',
    allow: MANAGERS,
    input: z.object({}),
    output: z.object({ orders: z.array(ActingOrder) }),
  }),
  revokeActingOrder: endpoint({
    id: 'revokeActingOrder',
    summary: 'End an order before its day; from that instant nobody decides by it',
    method: 'POST',
    path: '/acting-orders/{orderId}/revoke',
    allow: MANAGERS,
    input: z.object({ orderId: PublicId, reason: ShortText }),
    output: Nothing,
  }),
} as const;

import { z } from 'zod';
import { TrustListSchema } from '../cards/trust-list.ts';
import { permitMachine, type PermitState } from '../machines/permit-machine.ts';
import { HAND_OVER_WAYS } from '../cards/hand-over-policy.ts';
import { endpoint } from './endpoint.ts';
import { secondPerson, secondPersonWhereNeeded } from './second-person.ts';
import { Base64, BlankSerial, Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const COUNTER = ['clerk', 'centre-supervisor'] as const;
const PERMIT_STATES = Object.keys(permitMachine.states) as [PermitState, ...PermitState[]];
const PermitStateName = z.enum(PERMIT_STATES).meta({ id: 'PermitState' });

const blankRange = {
  prefix: z.string().regex(/^[A-Z0-9-]{1,12}$/),
  first: z.int().min(0),
  last: z.int().min(0),
  /** Places of the running number. */
  digits: z.int().min(1).max(12).default(6),
};
const Reprint = z
  .object({
    reprintId: PublicId,
    permitId: PublicId,
    state: z.enum(['asked', 'granted']),
    /** The order that the grant opened. */
    printOrderId: PublicId.optional(),
  })
  .meta({ id: 'Reprint' });

export const permitsApi = {
  getPermit: endpoint({
    id: 'getPermit',
    summary: 'One permit, for those who may see the case',
    method: 'GET',
    path: '/permits/{permitId}',
    allow: [
      'worker',
      'employer',
      'agent',
      'clerk',
      'assistant-registrar',
      'registrar',
      'head-of-office',
      'inspector',
    ],
    input: z.object({ permitId: PublicId }),
    output: z.object({
      permitId: PublicId,
      permitNo: z.string(),
      state: PermitStateName,
      validFrom: WireDate,
      validTo: WireDate,
      category: z.string(),
      qr: z.string().optional(),
    }),
  }),
  revokePermit: endpoint({
    id: 'revokePermit',
    summary:
      'The registrar of the case revokes the permit by a numbered order: cards on the shelf are void, the status list says so, all concerned are told',
    method: 'POST',
    path: '/permits/{permitId}/revoke',
    allow: ['registrar'],
    input: z.object({
      permitId: PublicId,
      /** A code of `listOrderGrounds`. */
      ground: z.string().trim().min(1).max(60),
      reason: ShortText,
    }),
    output: z.object({
      permitId: PublicId,
      permitNo: z.string(),
      state: PermitStateName,
      orderId: PublicId,
      orderNo: z.string().optional(),
    }),
  }),
  getDigitalCard: endpoint({
    id: 'getDigitalCard',
    summary: 'A fresh code for the phone, good for a day, of a permit with which its worker may work',
    method: 'GET',
    path: '/permits/{permitId}/digital-card',
    allow: ['worker', 'employer', 'agent'],
    input: z.object({ permitId: PublicId }),
    output: z.object({
      permitId: PublicId,
      permitNo: z.string(),
      state: PermitStateName,
      qr: z.string(),
      issuedAt: Instant,
      expiresAt: Instant,
    }),
  }),
  requestReprint: endpoint({
    id: 'requestReprint',
    summary: 'The counter asks for another card of a permit; another person has to grant it',
    method: 'POST',
    path: '/permits/{permitId}/reprints',
    allow: ['clerk'],
    idempotency: 'key',
    status: 201,
    input: z.object({ permitId: PublicId, reason: ShortText }),
    output: Reprint,
  }),
  grantReprint: endpoint({
    id: 'grantReprint',
    summary: 'Another person grants a reprint: the old card is void, and the next print order opens',
    method: 'POST',
    path: '/reprints/{reprintId}/grant',
    allow: ['centre-supervisor', 'head-of-office'],
    idempotency: 'key',
    input: z.object({ reprintId: PublicId }),
    output: Reprint,
  }),
  verifyPermit: endpoint({
    id: 'verifyPermit',
    summary: 'What the text of a QR says, and what has changed since it was printed',
    method: 'POST',
    path: '/verify',
    allow: 'public',
    input: z.object({ qr: z.string().min(1).max(4000) }),
    output: z.object({
      answer: z.string(),
      asOf: Instant,
      permitNo: z.string().optional(),
      validTo: z.string().optional(),
    }),
  }),
  getTrustList: endpoint({
    id: 'getTrustList',
    summary: 'Public keys that sign cards, and those that sign receipts, by key id',
    method: 'GET',
    path: '/trust-list',
    allow: 'public',
    input: z.object({}),
    output: TrustListSchema,
  }),
  getStatusList: endpoint({
    id: 'getStatusList',
    summary: 'Every permit whose printed dates no longer tell the whole truth: one COSE_Sign1, compressed',
    method: 'GET',
    path: '/status-list',
    allow: 'public',
    input: z.object({}),
    output: z.object({ issuedAt: Instant, list: Base64 }),
  }),
  receiveStock: endpoint({
    id: 'receiveStock',
    summary: 'A box of blank cards arrives, by its first and last serial',
    method: 'POST',
    path: '/stock/received',
    allow: ['centre-supervisor'],
    idempotency: 'key',
    status: 201,
    input: z.object({
      box: z.string().min(1).max(30),
      ...blankRange,
    }),
    output: z.object({ blanks: z.int() }),
  }),
  moveStock: endpoint({
    id: 'moveStock',
    summary: 'Blanks go from this centre to another; two persons sign',
    method: 'POST',
    path: '/stock/moved',
    allow: ['centre-supervisor'],
    idempotency: 'key',
    status: 201,
    input: z.object({ toCentreId: PublicId, ...blankRange, ...secondPerson }),
    output: z.object({ blanks: z.int() }),
  }),
  destroyStock: endpoint({
    id: 'destroyStock',
    summary: 'Spoiled blanks and void cards are destroyed; two persons sign',
    method: 'POST',
    path: '/stock/destroyed',
    allow: ['centre-supervisor'],
    idempotency: 'key',
    status: 201,
    input: z.object({ serials: z.array(BlankSerial).min(1).max(500), reason: ShortText, ...secondPerson }),
    output: z.object({ destroyed: z.int() }),
  }),
  stockBalance: endpoint({
    id: 'stockBalance',
    summary:
      'received + moved in - moved out = blank + reserved + issued + spoiled + quarantined + destroyed',
    method: 'GET',
    path: '/stock/balance',
    allow: [...COUNTER, 'print-host'],
    input: z.object({}),
    output: z.object({
      received: z.int(),
      movedIn: z.int(),
      movedOut: z.int(),
      blank: z.int(),
      reserved: z.int(),
      issued: z.int(),
      spoiled: z.int(),
      quarantined: z.int(),
      destroyed: z.int(),
      balanced: z.boolean(),
    }),
  }),
  handOverCard: endpoint({
    id: 'handOverCard',
    summary: 'The card is in the hand of its person: by 1:1, or by papers and a second member of staff',
    method: 'POST',
    path: '/visits/{visitId}/hand-over',
    allow: COUNTER,
    idempotency: 'key',
    input: z.object({
      visitId: PublicId,
      /** `representative` and `post` are off until the law is certain (domain/cards/hand-over-policy.ts). */
      by: z.enum(HAND_OVER_WAYS),
      verificationId: PublicId.optional(),
      ...secondPersonWhereNeeded,
    }),
    output: z.object({
      permitNo: z.string(),
      permitState: PermitStateName,
      cardSerial: z.string(),
      handedOverAt: Instant,
    }),
  }),
} as const;

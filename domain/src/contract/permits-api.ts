import { z } from 'zod';
import { TrustListSchema } from '../cards/trust-list.ts';
import { permitMachine, type PermitState } from '../machines/permit-machine.ts';
import { printOrderMachine, type PrintOrderState } from '../machines/print-order-machine.ts';
import { endpoint } from './endpoint.ts';
import { Base64, Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const COUNTER = ['clerk', 'centre-supervisor'] as const;
const names = <State extends string>(states: Record<State, unknown>) =>
  z.enum(Object.keys(states) as [State, ...State[]]);
const PermitStateName = names<PermitState>(permitMachine.states).meta({ id: 'PermitState' });
const PrintOrderStateName = names<PrintOrderState>(printOrderMachine.states).meta({ id: 'PrintOrderState' });

export const PrintOrder = z
  .object({
    printOrderId: PublicId,
    state: PrintOrderStateName,
    priority: z.int(),
    permitNo: z.string(),
    leaseNo: z.int().optional(),
    leaseUntil: Instant.optional(),
    blankSerial: z.string().optional(),
    renderingSha256: z.string().optional(),
    /** Why it does not move on, as a code or short text without personal data. */
    problem: z.string().optional(),
    since: Instant,
  })
  .meta({ id: 'PrintOrder' });

const leased = { printOrderId: PublicId, leaseNo: z.int().min(1) };
const BlankSerial = z.string().regex(/^[A-Z0-9-]{6,24}$/);
const blankRange = {
  prefix: z.string().regex(/^[A-Z0-9-]{1,12}$/),
  first: z.int().min(0),
  last: z.int().min(0),
  /** Places of the running number. */
  digits: z.int().min(1).max(12).default(6),
};
/** The second of two persons: another member of this centre's staff gives their own six-digit code, now. */
const secondPerson = {
  secondPersonUsername: z.string().min(1).max(120),
  secondPersonCode: z.string().regex(/^\d{6}$/),
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
      'The registrar of the case revokes the permit; a card on the shelf is void, the status list says so',
    method: 'POST',
    path: '/permits/{permitId}/revoke',
    allow: ['registrar'],
    input: z.object({
      permitId: PublicId,
      /** The provision of the law, as `s.63`. */
      ground: z.string().trim().min(1).max(60),
      reason: ShortText,
    }),
    output: z.object({ permitId: PublicId, permitNo: z.string(), state: PermitStateName }),
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
    summary: 'Public keys that sign cards, by key id',
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
  listPrintOrders: endpoint({
    id: 'listPrintOrders',
    summary: 'Print orders of this centre',
    method: 'GET',
    path: '/print-orders',
    allow: [...COUNTER, 'print-host'],
    input: z.object({ state: PrintOrderStateName.optional() }),
    output: z.object({ printOrders: z.array(PrintOrder) }),
  }),
  getPrintOrder: endpoint({
    id: 'getPrintOrder',
    summary: 'One print order',
    method: 'GET',
    path: '/print-orders/{printOrderId}',
    allow: [...COUNTER, 'print-host', 'print-worker'],
    input: z.object({ printOrderId: PublicId }),
    output: PrintOrder,
  }),
  leaseRendering: endpoint({
    id: 'leaseRendering',
    summary: 'The print worker takes the next order to render; waits up to `waitSeconds` for one',
    method: 'POST',
    path: '/renderings/lease',
    allow: ['print-worker'],
    input: z.object({ waitSeconds: z.int().min(0).max(25).default(0) }),
    output: z.object({
      order: PrintOrder.optional(),
      /** CardFaces of domain/cards. */
      faces: z.record(z.string(), z.json()).optional(),
    }),
  }),
  storeRendering: endpoint({
    id: 'storeRendering',
    summary: 'The rendered faces; stored with their hash and the server signature, and never changed',
    method: 'POST',
    path: '/print-orders/{printOrderId}/rendering',
    allow: ['print-worker'],
    input: z.object({
      ...leased,
      frontPng: Base64.max(6_000_000),
      backPng: Base64.max(6_000_000),
      pdf: Base64.max(8_000_000),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    output: PrintOrder,
  }),
  reportRenderingFault: endpoint({
    id: 'reportRenderingFault',
    summary: 'These faces cannot be rendered: the order says why, and is offered again after a while',
    method: 'POST',
    path: '/print-orders/{printOrderId}/rendering-fault',
    allow: ['print-worker'],
    input: z.object({
      ...leased,
      /** A code or short text of field names and character codes, never a value. */
      problem: z.string().regex(/^[\x20-\x7e]{1,120}$/),
    }),
    output: PrintOrder,
  }),
  leasePrint: endpoint({
    id: 'leasePrint',
    summary: 'The print host takes the next rendered order of its centre; waits up to `waitSeconds` for one',
    method: 'POST',
    path: '/print-orders/lease',
    allow: ['print-host'],
    input: z.object({ waitSeconds: z.int().min(0).max(25).default(0) }),
    output: z.object({
      order: PrintOrder.optional(),
      frontPng: Base64.optional(),
      backPng: Base64.optional(),
      pdf: Base64.optional(),
    }),
  }),
  startPrint: endpoint({
    id: 'startPrint',
    summary: '`reserved`: the blank whose serial was scanned is set aside; `sending`: the first byte follows',
    method: 'POST',
    path: '/print-orders/{printOrderId}/start',
    allow: ['print-host'],
    input: z.object({ ...leased, step: z.enum(['reserved', 'sending']), blankSerial: BlankSerial }),
    output: PrintOrder,
  }),
  confirmPrint: endpoint({
    id: 'confirmPrint',
    summary: 'What the printer says came out, read back; anything doubtful is `unknown`',
    method: 'POST',
    path: '/print-orders/{printOrderId}/confirm',
    allow: ['print-host'],
    input: z.object({
      ...leased,
      outcome: z.enum(['printed', 'unknown', 'not-started']),
      blankSerial: BlankSerial.optional(),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      problem: z.string().max(60).optional(),
    }),
    output: PrintOrder,
  }),
  passCard: endpoint({
    id: 'passCard',
    summary: 'The card was looked at and is good; it lies on the shelf',
    method: 'POST',
    path: '/print-orders/{printOrderId}/pass',
    allow: [...COUNTER, 'print-host'],
    input: z.object({ printOrderId: PublicId, leaseNo: z.int().min(1).optional() }),
    output: PrintOrder,
  }),
  resolveUnknown: endpoint({
    id: 'resolveUnknown',
    summary: 'A person looked at the hopper: the card is there, or the blank is spoiled',
    method: 'POST',
    path: '/print-orders/{printOrderId}/resolve',
    allow: COUNTER,
    input: z.object({ printOrderId: PublicId, found: z.enum(['printed', 'spoiled']), note: ShortText }),
    output: PrintOrder,
  }),
  spoilCard: endpoint({
    id: 'spoilCard',
    summary: 'The blank is spoiled and lies in the spoil box; a new order follows by the rules',
    method: 'POST',
    path: '/print-orders/{printOrderId}/spoil',
    allow: COUNTER,
    input: z.object({ printOrderId: PublicId, reason: ShortText }),
    output: PrintOrder,
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
      by: z.enum(['one-to-one', 'papers-and-second-person']),
      verificationId: PublicId.optional(),
      secondPersonUsername: z.string().max(120).optional(),
      secondPersonCode: z
        .string()
        .regex(/^\d{6}$/)
        .optional(),
    }),
    output: z.object({
      permitNo: z.string(),
      permitState: PermitStateName,
      cardSerial: z.string(),
      handedOverAt: Instant,
    }),
  }),
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

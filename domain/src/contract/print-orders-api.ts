import { z } from 'zod';
import { printOrderMachine, type PrintOrderState } from '../machines/print-order-machine.ts';
import { endpoint } from './endpoint.ts';
import { secondPersonWhereNeeded } from './second-person.ts';
import { Base64, BlankSerial, Instant, PublicId, ShortText } from './wire-types.ts';

const COUNTER = ['clerk', 'centre-supervisor'] as const;
const PRINT_ORDER_STATES = Object.keys(printOrderMachine.states) as [PrintOrderState, ...PrintOrderState[]];
const PrintOrderStateName = z.enum(PRINT_ORDER_STATES).meta({ id: 'PrintOrderState' });

export const PrintOrder = z
  .object({
    printOrderId: PublicId,
    state: PrintOrderStateName,
    priority: z.int(),
    permitNo: z.string(),
    /** The batch of its centre, and whether another place prints it. */
    batchNo: z.int().optional(),
    producedElsewhere: z.boolean().optional(),
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

/** Rendering and printing, each step under a lease. */
export const printOrdersApi = {
  listPrintOrders: endpoint({
    id: 'listPrintOrders',
    summary: 'Print orders of this centre',
    method: 'GET',
    path: '/print-orders',
    allow: [...COUNTER, 'print-host'],
    input: z.object({ state: PrintOrderStateName.optional(), batchId: PublicId.optional() }),
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
    summary:
      'A person looked at the hopper: the card is there, or, before a second person, the blank is spoiled',
    method: 'POST',
    path: '/print-orders/{printOrderId}/resolve',
    allow: COUNTER,
    input: z.object({
      printOrderId: PublicId,
      found: z.enum(['printed', 'spoiled']),
      note: ShortText,
      ...secondPersonWhereNeeded,
    }),
    output: PrintOrder,
  }),
  spoilCard: endpoint({
    id: 'spoilCard',
    summary:
      'The blank is spoiled and lies in the spoil box: one person before it was confirmed, two afterwards; a new order follows',
    method: 'POST',
    path: '/print-orders/{printOrderId}/spoil',
    allow: COUNTER,
    input: z.object({ printOrderId: PublicId, reason: ShortText, ...secondPersonWhereNeeded }),
    output: PrintOrder,
  }),
} as const;

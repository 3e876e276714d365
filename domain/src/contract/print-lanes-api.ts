import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PrintOrder } from './print-orders-api.ts';
import { Instant, PublicId, ShortText } from './wire-types.ts';

const COUNTER = ['clerk', 'centre-supervisor'] as const;
const SUPERVISOR = ['centre-supervisor'] as const;

const PrintLane = z
  .object({
    /** Paused: no further order is leased here; the order in hand is finished. */
    paused: z.boolean(),
    pausedAt: Instant.optional(),
    pauseReason: z.string().optional(),
    /** The place that prints for this centre, where it is another. */
    producedAtCentreId: PublicId.optional(),
    /** Centres that this place prints for. */
    producesForCentreIds: z.array(PublicId),
    /** Orders that wait for these printers: to be rendered, to be printed, in hand, in doubt. */
    waiting: z.int(),
    inHand: z.int(),
    inDoubt: z.int(),
  })
  .meta({ id: 'PrintLane' });

const PrintBatch = z
  .object({
    batchId: PublicId,
    batchNo: z.int(),
    madeAt: Instant,
    orders: z.int(),
    passed: z.int(),
    open: z.int(),
  })
  .meta({ id: 'PrintBatch' });

/** What a centre's supervisor says about its printing; leases, ledger and states obey their own rules all the same. */
export const printLanesApi = {
  getPrintLane: endpoint({
    id: 'getPrintLane',
    summary: 'The print lane of this centre: paused or not, where it is produced, how much waits',
    method: 'GET',
    path: '/print-lane',
    allow: [...COUNTER, 'print-host'],
    input: z.object({}),
    output: PrintLane,
  }),
  pausePrinting: endpoint({
    id: 'pausePrinting',
    summary: 'No further order is leased to the printers of this centre until it is resumed',
    method: 'POST',
    path: '/print-lane/pause',
    allow: SUPERVISOR,
    input: z.object({ reason: ShortText }),
    output: PrintLane,
  }),
  resumePrinting: endpoint({
    id: 'resumePrinting',
    summary: 'The printers of this centre go on',
    method: 'POST',
    path: '/print-lane/resume',
    allow: SUPERVISOR,
    input: z.object({}),
    output: PrintLane,
  }),
  assignProduction: endpoint({
    id: 'assignProduction',
    summary:
      'Another place prints the cards of this centre from now on, with its own blanks; finished cards travel here',
    method: 'POST',
    path: '/print-lane/production',
    allow: SUPERVISOR,
    input: z.object({
      /** Missing: this centre prints for itself again. */
      producedAtCentreId: PublicId.optional(),
      reason: ShortText,
    }),
    output: PrintLane,
  }),
  setPrintPriority: endpoint({
    id: 'setPrintPriority',
    summary: 'An order that no host holds goes before others: 0 to 9, higher is sooner',
    method: 'POST',
    path: '/print-orders/{printOrderId}/priority',
    allow: SUPERVISOR,
    input: z.object({ printOrderId: PublicId, priority: z.int().min(0).max(9) }),
    output: PrintOrder,
  }),
  cancelPrint: endpoint({
    id: 'cancelPrint',
    summary: 'An order that no blank was set aside for is not printed; `reopenPrint` takes it up again',
    method: 'POST',
    path: '/print-orders/{printOrderId}/cancel',
    allow: SUPERVISOR,
    input: z.object({ printOrderId: PublicId, reason: ShortText }),
    output: PrintOrder,
  }),
  reopenPrint: endpoint({
    id: 'reopenPrint',
    summary: 'The next attempt of a cancelled order, while its permit is in force',
    method: 'POST',
    path: '/print-orders/{printOrderId}/reopen',
    allow: SUPERVISOR,
    idempotency: 'key',
    status: 201,
    input: z.object({ printOrderId: PublicId }),
    output: PrintOrder,
  }),
  createPrintBatch: endpoint({
    id: 'createPrintBatch',
    summary: 'Orders of this centre that wait are printed one after the other and travel together',
    method: 'POST',
    path: '/print-batches',
    allow: SUPERVISOR,
    idempotency: 'key',
    status: 201,
    input: z.object({ printOrderIds: z.array(PublicId).min(1).max(500) }),
    output: PrintBatch,
  }),
  listPrintBatches: endpoint({
    id: 'listPrintBatches',
    summary: 'Batches of this centre, newest first',
    method: 'GET',
    path: '/print-batches',
    allow: COUNTER,
    input: z.object({}),
    output: z.object({ batches: z.array(PrintBatch) }),
  }),
} as const;

import { z } from 'zod';
import { STOCK_ACTS } from '../cards/stock-ledger.ts';
import { endpoint } from './endpoint.ts';
import { secondPerson } from './second-person.ts';
import { BlankSerial, Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const COUNTER = ['clerk', 'centre-supervisor'] as const;
const SUPERVISOR = ['centre-supervisor'] as const;
const Box = z.string().min(1).max(30);

const StockCount = z
  .object({
    countId: PublicId,
    box: z.string(),
    /** Nothing tells how many there should be. */
    state: z.enum(['open', 'count-again', 'agreed', 'differs']),
    openedAt: Instant,
  })
  .meta({ id: 'StockCount' });

const StockDifference = z
  .object({
    differenceId: PublicId,
    box: z.string(),
    expected: z.int(),
    counted: z.int(),
    /** The suspect shift: since this box was last known to be right. */
    shiftFrom: Instant,
    shiftTo: Instant,
    /** People who moved blanks of the box in the shift, and cards that came out of it. */
    persons: z.int(),
    cards: z.int(),
    foundAt: Instant,
    settledAt: Instant.optional(),
    missing: z.int().optional(),
  })
  .meta({ id: 'StockDifference' });

const figures = {
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
};

/** Counting and accounting for blanks. A difference sets a box and a shift aside; nothing else stops. */
export const cardStockApi = {
  openStockCount: endpoint({
    id: 'openStockCount',
    summary: 'Boxes of this centre are to be counted, blind, by others than who asks',
    method: 'POST',
    path: '/stock/counts',
    allow: SUPERVISOR,
    idempotency: 'key',
    status: 201,
    input: z.object({ boxes: z.array(Box).min(1).max(50) }),
    output: z.object({ counts: z.array(StockCount) }),
  }),
  listStockCounts: endpoint({
    id: 'listStockCounts',
    summary: 'Counts of this centre that are open, and the last ones',
    method: 'GET',
    path: '/stock/counts',
    allow: COUNTER,
    input: z.object({}),
    output: z.object({ counts: z.array(StockCount) }),
  }),
  submitStockCount: endpoint({
    id: 'submitStockCount',
    summary: 'How many blanks lie in the box; a first count that differs is counted again by another person',
    method: 'POST',
    path: '/stock/counts/{countId}/counted',
    allow: COUNTER,
    input: z.object({ countId: PublicId, counted: z.int().min(0).max(100_000) }),
    output: StockCount,
  }),
  listStockDifferences: endpoint({
    id: 'listStockDifferences',
    summary: 'Differences that two persons have counted: the box that is set aside and the suspect shift',
    method: 'GET',
    path: '/stock/differences',
    allow: SUPERVISOR,
    input: z.object({}),
    output: z.object({ differences: z.array(StockDifference) }),
  }),
  settleStockDifference: endpoint({
    id: 'settleStockDifference',
    summary:
      'A named person gives the box free before a second; blanks that are missing stay set aside for ever, by serial',
    method: 'POST',
    path: '/stock/differences/{differenceId}/settle',
    allow: SUPERVISOR,
    input: z.object({
      differenceId: PublicId,
      missingSerials: z.array(BlankSerial).max(500),
      reason: ShortText,
      ...secondPerson,
    }),
    output: StockDifference,
  }),
  stockReport: endpoint({
    id: 'stockReport',
    summary:
      'The balance of this centre at the end of each day on which something moved, from the ledger alone',
    method: 'GET',
    path: '/stock/report',
    allow: SUPERVISOR,
    input: z.object({ from: WireDate, to: WireDate }),
    output: z.object({
      days: z.array(z.object({ day: WireDate, ...figures })),
      /** Whether the ledger as of now says the same as the blanks themselves, place by place. */
      agreesWithBlanks: z.boolean(),
      boxesSetAside: z.array(z.string()),
    }),
  }),
  listCustody: endpoint({
    id: 'listCustody',
    summary: 'The chain of custody of a box or of one serial, oldest first; lines are never changed',
    method: 'GET',
    path: '/stock/custody',
    allow: SUPERVISOR,
    input: z
      .object({ box: Box.optional(), serial: BlankSerial.optional() })
      .refine(({ box, serial }) => (box === undefined) !== (serial === undefined), {
        error: 'box-or-serial',
      }),
    output: z.object({
      lines: z.array(
        z.object({
          at: Instant,
          act: z.enum(STOCK_ACTS),
          box: z.string(),
          first: z.string(),
          last: z.string(),
          count: z.int(),
          centreId: PublicId,
          otherCentreId: PublicId.optional(),
          persons: z.int(),
          reason: z.string().optional(),
        }),
      ),
    }),
  }),
} as const;

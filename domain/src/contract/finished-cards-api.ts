import { z } from 'zod';
import { cardMachine, type CardState } from '../machines/card-machine.ts';
import { endpoint } from './endpoint.ts';
import { secondPerson } from './second-person.ts';
import { BlankSerial, Instant, PublicId, ShortText, WireDate } from './wire-types.ts';

const COUNTER = ['clerk', 'centre-supervisor'] as const;
const CARD_STATES = Object.keys(cardMachine.states) as [CardState, ...CardState[]];
const CardStateName = z.enum(CARD_STATES).meta({ id: 'CardState' });

/** What is written on a tray, shelf or box. */
const Shelf = z.string().regex(/^[A-Z0-9][A-Z0-9 /-]{0,19}$/);
const serials = z.array(BlankSerial).min(1).max(500);

const FinishedCard = z
  .object({
    serial: z.string(),
    permitNo: z.string(),
    state: CardStateName,
    since: Instant,
    shelf: z.string().optional(),
    /** The centre where its person comes for it, where the card lies at another. */
    dueCentreId: PublicId.optional(),
  })
  .meta({ id: 'FinishedCard' });

const ScannedCard = z.object({
  serial: z.string(),
  /** `ticket`: its person waits today; `shelf`: nobody waits for it yet; `send-on`: it belongs to another centre. */
  goes: z.enum(['ticket', 'shelf', 'send-on', 'set-aside', 'not-known']),
  state: CardStateName.optional(),
  ticketNo: z.string().optional(),
  visitId: PublicId.optional(),
  shelf: z.string().optional(),
});

const Shipment = z
  .object({
    shipmentId: PublicId,
    fromCentreId: PublicId,
    toCentreId: PublicId,
    sealNo: z.string(),
    forDay: WireDate.optional(),
    cards: z.int(),
    /** Cards that have not arrived; after the receipt these are missing. */
    underway: z.int(),
    sentAt: Instant,
    receivedAt: Instant.optional(),
    short: z.boolean(),
  })
  .meta({ id: 'CardShipment' });

/** Finished cards from the tray to the hand; names travel with none of this. */
export const finishedCardsApi = {
  scanTray: endpoint({
    id: 'scanTray',
    summary: 'Cards of a tray, scanned: to which ticket each goes now, or onto which shelf it is put',
    method: 'POST',
    path: '/cards/scan',
    allow: COUNTER,
    input: z.object({
      serials,
      /** Cards that nobody waits for are put here. */
      shelf: Shelf.optional(),
    }),
    output: z.object({ cards: z.array(ScannedCard) }),
  }),
  listUncollected: endpoint({
    id: 'listUncollected',
    summary:
      'Cards that lie here and have not been fetched, longest first, with the day on which each is due back',
    method: 'GET',
    path: '/cards/uncollected',
    allow: COUNTER,
    input: z.object({ olderThanDays: z.coerce.number().int().min(0).max(3650).default(0) }),
    output: z.object({
      cards: z.array(FinishedCard.extend({ waitingDays: z.int(), returnOn: WireDate, overdue: z.boolean() })),
      /** How sure the number of days is that a card waits. */
      certainty: z.enum(['certain', 'uncertain', 'assumed']),
    }),
  }),
  returnCard: endpoint({
    id: 'returnCard',
    summary: 'A card that was not fetched, or that something is wrong with, is taken off the shelf',
    method: 'POST',
    path: '/cards/{serial}/return',
    allow: COUNTER,
    input: z.object({ serial: BlankSerial, reason: ShortText }),
    output: FinishedCard,
  }),
  restoreCard: endpoint({
    id: 'restoreCard',
    summary: 'A returned card lies ready again: its person has asked for it',
    method: 'POST',
    path: '/cards/{serial}/restore',
    allow: COUNTER,
    input: z.object({ serial: BlankSerial, shelf: Shelf.optional() }),
    output: FinishedCard,
  }),
  voidCard: endpoint({
    id: 'voidCard',
    summary: 'A returned card is void and goes to destruction; two persons sign',
    method: 'POST',
    path: '/cards/{serial}/void',
    allow: ['centre-supervisor'],
    input: z.object({ serial: BlankSerial, reason: ShortText, ...secondPerson }),
    output: FinishedCard,
  }),
  shipCards: endpoint({
    id: 'shipCards',
    summary: "Cards leave under a seal for another centre, or for the van's next visit; all of them or none",
    method: 'POST',
    path: '/card-shipments',
    allow: COUNTER,
    idempotency: 'key',
    status: 201,
    input: z.object({
      toCentreId: PublicId,
      serials,
      sealNo: z.string().regex(/^[A-Z0-9-]{3,30}$/),
      forDay: WireDate.optional(),
    }),
    output: Shipment,
  }),
  receiveShipment: endpoint({
    id: 'receiveShipment',
    summary:
      'Another person opens the box and scans what is in it; what is missing stays on its way and is listed',
    method: 'POST',
    path: '/card-shipments/{shipmentId}/receipt',
    allow: COUNTER,
    input: z.object({ shipmentId: PublicId, serials, shelf: Shelf.optional() }),
    output: Shipment,
  }),
  listShipments: endpoint({
    id: 'listShipments',
    summary: 'Shipments from and to this centre, newest first',
    method: 'GET',
    path: '/card-shipments',
    allow: COUNTER,
    input: z.object({}),
    output: z.object({ shipments: z.array(Shipment) }),
  }),
} as const;

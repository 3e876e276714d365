import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { placeOfCard, type WaitingTicket } from '@permit/domain/cards/place-of-card.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { finishedCardsApi } from '@permit/domain/contract/finished-cards-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { centreOf } from '../card-stock/centre-of.ts';
import { ticketText } from '../visits/visit-store.ts';
import { lockCards, type FinishedCard } from './finished-card-store.ts';

type Scanned = OutputOf<typeof finishedCardsApi.scanTray>['cards'][number];

/** Each card of the tray goes to its person's ticket where there is one today, else onto the shelf that was named. */
export async function scanTray(
  tx: Tx,
  { serials, shelf }: InputOf<typeof finishedCardsApi.scanTray>,
): Promise<OutputOf<typeof finishedCardsApi.scanTray>> {
  const centre = centreOf(tx);
  const wanted = [...new Set(serials)];
  const cards = await asJob(tx, async () => {
    const found = new Map((await lockCards(tx, wanted)).map((card) => [card.serial, card]));
    const tickets = await ticketsOf(tx, centre, [...found.values()]);
    const scanned: Scanned[] = [];
    for (const serial of wanted)
      scanned.push(await sort(tx, serial, { card: found.get(serial), tickets, centre, shelf }));
    return scanned;
  });
  const fact = { act: 'tray-scanned', subjectKind: 'centre', subjectId: centre, purpose: 'finished-cards' };
  await recordAudit(tx, { ...fact, detail: { cards: wanted.length, ...(shelf ? { shelf } : {}) } });
  return { cards };
}

interface Ticket extends WaitingTicket {
  readonly applicationId: string;
}

/** Who waits here today, by case. */
async function ticketsOf(
  tx: Tx,
  centre: string,
  cards: readonly FinishedCard[],
): Promise<Map<string, Ticket>> {
  const rows = await tx
    .db('visits')
    .where({ centre_party: centre, day: bangkokDate(tx.deps.clock.business()) })
    .whereIn('state', ['ticketed', 'checked-in', 'in-progress'])
    .whereIn(
      'application_id',
      cards.map(({ application_id: id }) => id),
    )
    .select<
      { application_id: string; public_id: string; purpose: 'capture' | 'collect'; ticket: number }[]
    >();
  return new Map(
    rows.map((row) => [
      row.application_id,
      {
        applicationId: row.application_id,
        visitId: row.public_id,
        ticketNo: ticketText(row.purpose, row.ticket),
      },
    ]),
  );
}

interface Situation {
  readonly card: FinishedCard | undefined;
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly centre: string;
  readonly shelf: string | undefined;
}

async function sort(tx: Tx, serial: string, { card, tickets, centre, shelf }: Situation): Promise<Scanned> {
  // A card of another centre's shelf tells a stranger nothing.
  if (card?.centre_party !== centre) return { serial, goes: 'not-known' };
  const ticket = tickets.get(card.application_id);
  const isDueHere = card.due_centre === null || card.due_centre === centre;
  const goes = placeOfCard({ state: card.state, isDueHere, waits: ticket !== undefined });
  const put = goes === 'shelf' || goes === 'send-on' ? (shelf ?? card.shelf) : card.shelf;
  if (put !== card.shelf) await tx.db('cards').where('id', card.id).update({ shelf: put });
  return {
    serial,
    goes,
    state: card.state,
    ...(goes === 'ticket' && ticket ? { ticketNo: ticket.ticketNo, visitId: ticket.visitId } : {}),
    ...(put ? { shelf: put } : {}),
  };
}

import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { COLLECTION_DAYS, collectionClock } from '@permit/domain/cards/collection-clock.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { finishedCardsApi } from '@permit/domain/contract/finished-cards-api.ts';
import type { CardState } from '@permit/domain/machines/card-machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { secondPerson } from '../card-stock/second-person.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { centreOf } from '../card-stock/centre-of.ts';
import { auditCard, describeCard, finishedCards, lockCardHere, moveCard } from './finished-card-store.ts';

type Described = OutputOf<typeof finishedCardsApi.returnCard>;

const MOST_LISTED = 500;

/** What lies here and was not fetched, longest first; who should ring whom is read from the case, not from here. */
export async function listUncollected(
  tx: Tx,
  { olderThanDays }: InputOf<typeof finishedCardsApi.listUncollected>,
): Promise<OutputOf<typeof finishedCardsApi.listUncollected>> {
  const centre = centreOf(tx);
  const today = bangkokDate(tx.deps.clock.business());
  const rows = await asJob(tx, () =>
    finishedCards(tx)
      .where({ 'k.centre_party': centre, 'k.state': 'ready' })
      .orderBy('k.state_since')
      .limit(MOST_LISTED),
  );
  const cards = rows
    .map((card) => ({ ...describeCard(card), ...collectionClock(bangkokDate(card.state_since), today) }))
    .filter(({ waitingDays }) => waitingDays >= olderThanDays);
  const fact = {
    act: 'uncollected-listed',
    subjectKind: 'centre',
    subjectId: centre,
    purpose: 'finished-cards',
  };
  await recordAudit(tx, { ...fact, detail: { cards: cards.length } });
  return { cards, certainty: COLLECTION_DAYS.certainty };
}

/** Off the shelf: nobody came for it, or something is wrong with it. */
export function returnCard(tx: Tx, input: InputOf<typeof finishedCardsApi.returnCard>): Promise<Described> {
  return change(tx, input.serial, { from: 'ready', to: 'returned', act: 'card-returned', shelf: null });
}

/** Back on the shelf. */
export function restoreCard(tx: Tx, input: InputOf<typeof finishedCardsApi.restoreCard>): Promise<Described> {
  const shelf = input.shelf ?? null;
  return change(tx, input.serial, { from: 'returned', to: 'ready', act: 'card-restored', shelf });
}

/** A returned card is for the shredder: two persons say so. */
export async function voidCard(tx: Tx, input: InputOf<typeof finishedCardsApi.voidCard>): Promise<Described> {
  await secondPerson(tx, input);
  return change(tx, input.serial, { from: 'returned', to: 'void', act: 'card-voided', shelf: null });
}

interface Change {
  readonly from: CardState;
  readonly to: CardState;
  readonly act: string;
  readonly shelf: string | null;
}

async function change(tx: Tx, serial: string, { from, to, act, shelf }: Change): Promise<Described> {
  const centre = centreOf(tx);
  await setReason(tx, act);
  const card = await asJob(tx, async () => {
    const found = await lockCardHere(tx, serial, centre);
    if (found.state !== from) throw new ApiError('wrong-state');
    return moveCard(tx, found, to, { shelf });
  });
  await auditCard(tx, card, act);
  return describeCard(card);
}

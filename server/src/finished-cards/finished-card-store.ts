import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { finishedCardsApi } from '@permit/domain/contract/finished-cards-api.ts';
import type { CardState } from '@permit/domain/machines/card-machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';

export interface FinishedCard {
  readonly id: string;
  readonly serial: string;
  readonly application_id: string;
  readonly permit_no: string;
  readonly state: CardState;
  readonly state_since: Date;
  readonly centre_party: string;
  readonly due_centre: string | null;
  readonly due_public_id: string | null;
  readonly shelf: string | null;
  readonly shipment_id: string | null;
}

/**
 * Cards by their serials, locked in the order of their serials so that two trays never wait for each other. Runs as the
 * job class: plastic lies in a centre whether or not its case has been opened there; the caller checks where it lies.
 */
export async function lockCards(tx: Tx, serials: readonly string[]): Promise<FinishedCard[]> {
  return finishedCards(tx).whereIn('k.serial', serials).orderBy('k.serial').forUpdate('k');
}

/** The base of every query of this feature. */
export function finishedCards(tx: Tx) {
  return tx
    .db('cards as k')
    .join('permits as m', 'm.id', 'k.permit_id')
    .leftJoin('parties as d', 'd.id', 'k.due_centre')
    .select<FinishedCard[]>(
      'k.id',
      'k.serial',
      'k.application_id',
      'k.state',
      'k.state_since',
      'k.centre_party',
      'k.due_centre',
      'k.shelf',
      'k.shipment_id',
      'm.permit_no',
      'd.public_id as due_public_id',
    );
}

/** One card that lies in this centre. */
export async function lockCardHere(tx: Tx, serial: string, centre: string): Promise<FinishedCard> {
  const [card] = await lockCards(tx, [serial]);
  if (card?.centre_party !== centre) throw new ApiError('not-found');
  return card;
}

/** Moves a card; its history is written by the trigger, which refuses what the machine does not know. */
export async function moveCard(
  tx: Tx,
  card: FinishedCard,
  to: CardState,
  changes: {
    readonly shelf?: string | null;
    readonly shipment_id?: string;
    readonly centre_party?: string;
    readonly due_centre?: string;
  } = {},
): Promise<FinishedCard> {
  await tx
    .db('cards')
    .where('id', card.id)
    .update({ ...changes, state: to, state_since: tx.db.raw('clock_timestamp()') });
  return { ...card, ...changes, state: to, state_since: tx.deps.clock.now() };
}

/** A card as the shelf sees it: no name. */
export function describeCard(card: FinishedCard): OutputOf<typeof finishedCardsApi.returnCard> {
  return {
    serial: card.serial,
    permitNo: card.permit_no,
    state: card.state,
    since: card.state_since.toISOString(),
    ...(card.shelf ? { shelf: card.shelf } : {}),
    ...(card.due_public_id && card.due_centre !== card.centre_party
      ? { dueCentreId: card.due_public_id }
      : {}),
  };
}

/** What happened to a card that lies somewhere. */
export async function auditCard(
  tx: Tx,
  card: FinishedCard,
  act: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const fact = { act, subjectKind: 'card', subjectId: card.serial, purpose: 'finished-cards', detail };
  await recordAudit(tx, { ...fact, applicationId: card.application_id });
}

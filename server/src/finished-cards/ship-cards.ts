import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { finishedCardsApi } from '@permit/domain/contract/finished-cards-api.ts';
import { openCaseTo } from '../applications/open-case.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { centreOf } from '../card-stock/centre-of.ts';
import { lockCards, moveCard, type FinishedCard } from './finished-card-store.ts';
import { describeShipment, lockShipment, type ShipmentRow } from './shipment-store.ts';

type Shipment = OutputOf<typeof finishedCardsApi.shipCards>;

/** Cards leave the shelf under a seal, all of them or none; where they go, their people come for them from now on. */
export async function shipCards(
  tx: Tx,
  input: InputOf<typeof finishedCardsApi.shipCards>,
): Promise<Shipment> {
  const from = centreOf(tx);
  const to = await destination(tx, from, input.toCentreId);
  const serials = [...new Set(input.serials)];
  const shipment = { id: newId(), public_id: newPublicId() };
  await tx.db('card_shipments').insert({
    ...shipment,
    from_centre: from,
    to_centre: to,
    seal_no: input.sealNo,
    for_day: input.forDay ?? null,
    cards: serials.length,
    sent_by: tx.caller.personId!,
  });
  await setReason(tx, 'shipped');
  await asJob(tx, async () => {
    const cards = await lockCards(tx, serials);
    if (cards.length < serials.length || cards.some((card) => card.centre_party !== from)) throw notFound();
    if (cards.some(({ state }) => state !== 'ready'))
      throw new ApiError('wrong-state', { detailCode: 'card-not-on-shelf' });
    for (const card of cards) {
      await moveCard(tx, card, 'in-transit', { shelf: null, shipment_id: shipment.id, due_centre: to });
      await openCaseTo(tx, card.application_id, { id: to }, 'act');
    }
  });
  await auditShipment(tx, 'cards-shipped', shipment.public_id, { cards: serials.length });
  return describeShipment(tx, shipment.public_id);
}

async function destination(tx: Tx, from: string, publicId: string): Promise<string> {
  const centre = await tx
    .db('parties')
    .where({ public_id: publicId, kind: 'centre' })
    .first<{ id: string } | undefined>('id');
  if (!centre) throw notFound();
  if (centre.id === from)
    throw new ApiError('invalid-input', { fields: [{ path: 'toCentreId', code: 'same-centre' }] });
  return centre.id;
}

/**
 * The box is open: every card that was scanned lies here now. What is missing stays on its way and can be received
 * later; a card that is not of this box refuses the whole scan, so that nobody slips one in.
 */
export async function receiveShipment(
  tx: Tx,
  { shipmentId, serials, shelf }: InputOf<typeof finishedCardsApi.receiveShipment>,
): Promise<Shipment> {
  const centre = centreOf(tx);
  const shipment = await lockShipment(tx, shipmentId);
  if (shipment?.to_centre !== centre) throw notFound();
  if (shipment.sent_by === tx.caller.personId) throw new ApiError('same-person');
  await setReason(tx, 'received');
  const wanted = [...new Set(serials)];
  await asJob(tx, async () => {
    const cards = await lockCards(tx, wanted);
    if (cards.length < wanted.length || cards.some((card) => !isOf(shipment, card)))
      throw new ApiError('wrong-state', { detailCode: 'card-not-of-shipment' });
    for (const card of cards)
      await moveCard(tx, card, 'ready', { shelf: shelf ?? null, centre_party: centre });
  });
  await tx
    .db('card_shipments')
    .where('id', shipment.id)
    .whereNull('received_at')
    .update({ received_by: tx.caller.personId, received_at: tx.db.raw('clock_timestamp()') });
  await auditShipment(tx, 'shipment-received', shipmentId, { cards: wanted.length });
  return describeShipment(tx, shipmentId);
}

const isOf = (shipment: ShipmentRow, card: FinishedCard) =>
  card.shipment_id === shipment.id && card.state === 'in-transit';

async function auditShipment(
  tx: Tx,
  act: string,
  id: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const fact = { act, subjectKind: 'card-shipment', subjectId: id, purpose: 'finished-cards', detail };
  await recordAudit(tx, fact);
}

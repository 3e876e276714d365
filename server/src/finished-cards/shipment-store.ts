import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { finishedCardsApi } from '@permit/domain/contract/finished-cards-api.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { centreOf } from '../card-stock/centre-of.ts';

type Shipment = OutputOf<typeof finishedCardsApi.shipCards>;

export interface ShipmentRow {
  readonly id: string;
  readonly public_id: string;
  readonly to_centre: string;
  readonly sent_by: string;
}

/** A shipment from or to the caller's centre, locked. */
export function lockShipment(tx: Tx, publicId: string): Promise<ShipmentRow | undefined> {
  return tx.db('card_shipments').where('public_id', publicId).forUpdate().first<ShipmentRow | undefined>();
}

interface ListedRow {
  public_id: string;
  from_public: string;
  to_public: string;
  seal_no: string;
  for_day: string | null;
  cards: number;
  underway: number;
  sent_at: Date;
  received_at: Date | null;
}

/** Counts as the job class: a card on its way belongs to cases that one of the two ends may not see. */
function selectShipments(
  tx: Tx,
  where: (query: ReturnType<typeof shipmentQuery>) => void,
): Promise<ListedRow[]> {
  return asJob(tx, async () => {
    const query = shipmentQuery(tx);
    where(query);
    return (await query) as ListedRow[];
  });
}

function shipmentQuery(tx: Tx) {
  return tx
    .db('card_shipments as s')
    .join('parties as f', 'f.id', 's.from_centre')
    .join('parties as t', 't.id', 's.to_centre')
    .leftJoin('cards as k', function onTheWay() {
      this.on('k.shipment_id', 's.id').andOnVal('k.state', 'in-transit');
    })
    .groupBy('s.id', 'f.public_id', 't.public_id')
    .orderBy('s.sent_at', 'desc')
    .select(
      's.public_id',
      'f.public_id as from_public',
      't.public_id as to_public',
      's.seal_no',
      's.for_day',
      's.cards',
      's.sent_at',
      's.received_at',
      tx.db.raw('count(k.id)::int AS underway'),
    );
}

const fromRow = (row: ListedRow): Shipment => ({
  shipmentId: row.public_id,
  fromCentreId: row.from_public,
  toCentreId: row.to_public,
  sealNo: row.seal_no,
  ...(row.for_day ? { forDay: row.for_day } : {}),
  cards: row.cards,
  underway: row.underway,
  sentAt: row.sent_at.toISOString(),
  ...(row.received_at ? { receivedAt: row.received_at.toISOString() } : {}),
  short: row.received_at !== null && row.underway > 0,
});

/** Shipments that leave or reach the caller's centre. */
export async function listShipments(tx: Tx): Promise<OutputOf<typeof finishedCardsApi.listShipments>> {
  const centre = centreOf(tx);
  const rows = await selectShipments(tx, (query) => {
    void query.whereRaw('? IN (s.from_centre, s.to_centre)', [centre]).limit(200);
  });
  return { shipments: rows.map(fromRow) };
}

/** A shipment as it stands; also built again for a repeated key. */
export async function describeShipment(tx: Tx, publicId: string): Promise<Shipment> {
  const centre = centreOf(tx);
  const [row] = await selectShipments(tx, (query) => {
    void query.where('s.public_id', publicId).whereRaw('? IN (s.from_centre, s.to_centre)', [centre]);
  });
  if (!row) throw notFound();
  return fromRow(row);
}

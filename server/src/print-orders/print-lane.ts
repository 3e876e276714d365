import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { printLanesApi } from '@permit/domain/contract/print-lanes-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { centreOf } from '../card-stock/centre-of.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';

type Lane = OutputOf<typeof printLanesApi.getPrintLane>;

interface LaneRow {
  paused_at: Date | null;
  pause_reason: string | null;
  produced_at: string | null;
}

/** How this centre's printing stands. */
export async function getPrintLane(tx: Tx): Promise<Lane> {
  const centre = centreOf(tx);
  const lane = await tx.db('print_lanes').where('centre_party', centre).first<LaneRow | undefined>();
  const produced = lane?.produced_at && (await publicIdsOf(tx, [lane.produced_at]))[0];
  const served = await tx
    .db('print_lanes')
    .where('produced_at', centre)
    .select<{ centre_party: string }[]>('centre_party');
  return {
    paused: Boolean(lane?.paused_at),
    ...(lane?.paused_at ? { pausedAt: lane.paused_at.toISOString() } : {}),
    ...(lane?.pause_reason ? { pauseReason: lane.pause_reason } : {}),
    ...(produced ? { producedAtCentreId: produced } : {}),
    producesForCentreIds: await publicIdsOf(
      tx,
      served.map(({ centre_party: id }) => id),
    ),
    ...(await countOrders(tx, centre)),
  };
}

async function publicIdsOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .db('parties')
    .whereIn('id', ids)
    .orderBy('code')
    .select<{ public_id: string }[]>('public_id');
  return rows.map(({ public_id: id }) => id);
}

function countOrders(tx: Tx, centre: string): Promise<Pick<Lane, 'waiting' | 'inHand' | 'inDoubt'>> {
  const count = (states: string, name: string) =>
    tx.db.raw(`(count(*) FILTER (WHERE state IN (${states})))::int AS "${name}"`);
  return tx
    .db('print_orders')
    .where('production_party', centre)
    .first(
      count(`'queued', 'rendered'`, 'waiting'),
      count(`'reserved', 'sending', 'printed'`, 'inHand'),
      count(`'unknown'`, 'inDoubt'),
    );
}

/** Stops new leases on the printers of this centre; whoever holds an order finishes it under its own rules. */
export async function pausePrinting(
  tx: Tx,
  { reason }: InputOf<typeof printLanesApi.pausePrinting>,
): Promise<Lane> {
  const centre = centreOf(tx);
  const paused = {
    paused_at: tx.db.raw('clock_timestamp()'),
    paused_by: tx.caller.personId!,
    pause_reason: reason,
  };
  await changeLane(tx, centre, paused);
  await auditLane(tx, 'printing-paused');
  return getPrintLane(tx);
}

/** The printers of this centre go on. */
export async function resumePrinting(tx: Tx): Promise<Lane> {
  const running = { paused_at: null, paused_by: null, pause_reason: null };
  await tx.db('print_lanes').where('centre_party', centreOf(tx)).update(running);
  await auditLane(tx, 'printing-resumed');
  tx.ring('print-card');
  return getPrintLane(tx);
}

/**
 * Hands the printing of this centre to another place, or takes it back. Orders that nobody holds follow at once; what
 * was leased is finished where it is.
 */
export async function assignProduction(
  tx: Tx,
  { producedAtCentreId }: InputOf<typeof printLanesApi.assignProduction>,
): Promise<Lane> {
  const centre = centreOf(tx);
  const place = producedAtCentreId === undefined ? null : await otherPlace(tx, centre, producedAtCentreId);
  await changeLane(tx, centre, { produced_at: place });
  await asJob(tx, () =>
    tx
      .db('print_orders')
      .where('centre_party', centre)
      .whereIn('state', ['queued', 'rendered'])
      .whereRaw('(lease_until IS NULL OR lease_until < ?)', [tx.deps.clock.now()])
      .update({ production_party: place ?? centre }),
  );
  await auditLane(tx, 'production-assigned', { producedAtCentreId: producedAtCentreId ?? 'here' });
  tx.ring('print-card');
  return getPrintLane(tx);
}

async function otherPlace(tx: Tx, centre: string, publicId: string): Promise<string> {
  const place = await tx
    .db('parties')
    .where({ public_id: publicId, kind: 'centre' })
    .first<{ id: string } | undefined>('id');
  if (!place) throw notFound();
  if (place.id === centre)
    throw new ApiError('invalid-input', { fields: [{ path: 'producedAtCentreId', code: 'same-centre' }] });
  return place.id;
}

async function changeLane(tx: Tx, centre: string, change: object): Promise<void> {
  const row = { centre_party: centre, ...change };
  await tx.db('print_lanes').insert(row).onConflict('centre_party').merge(change);
}

async function auditLane(tx: Tx, act: string, detail: Record<string, unknown> = {}): Promise<void> {
  const fact = { act, subjectKind: 'print-lane', subjectId: centreOf(tx), purpose: 'printing', detail };
  await recordAudit(tx, fact);
}

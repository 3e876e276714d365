import type { PrintOrder as PrintOrderSchema } from '@permit/domain/contract/print-orders-api.ts';
import type { PrintOrderState } from '@permit/domain/machines/print-order-machine.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';

export interface PrintOrder {
  readonly id: string;
  readonly publicId: string;
  readonly permitId: string;
  readonly permitNo: string;
  readonly applicationId: string;
  readonly workerPerson: string;
  /** Where its person comes for it. */
  readonly centreParty: string;
  /** Whose printers and blanks make it. */
  readonly productionParty: string;
  readonly batchNo: number | undefined;
  readonly state: PrintOrderState;
  readonly stateSince: Date;
  readonly priority: number;
  readonly revision: number;
  readonly reprintNo: number;
  readonly attempt: number;
  readonly leaseNo: number;
  readonly leaseUntil: Date | undefined;
  readonly blankSerial: string | undefined;
  /** Hex. */
  readonly renderingSha256: string | undefined;
  readonly renderingBlob: string | undefined;
  readonly renderingSignature: Buffer | undefined;
  readonly problem: string | undefined;
}

interface PrintOrderRow {
  id: string;
  public_id: string;
  permit_id: string;
  permit_no: string;
  application_id: string;
  worker_person: string;
  centre_party: string;
  production_party: string;
  batch_no: number | null;
  state: PrintOrderState;
  state_since: Date;
  priority: number;
  revision: number;
  reprint_no: number;
  attempt: number;
  lease_no: number;
  lease_until: Date | null;
  blank_serial: string | null;
  rendering_sha256: Buffer | null;
  rendering_blob: string | null;
  rendering_signature: Buffer | null;
  problem: string | null;
}

export function printOrderQuery(db: Database) {
  return db('print_orders as o')
    .join('permits as m', 'm.id', 'o.permit_id')
    .leftJoin('print_batches as b', 'b.id', 'o.batch_id');
}

export async function selectPrintOrders(query: ReturnType<typeof printOrderQuery>): Promise<PrintOrder[]> {
  return (await query.select<PrintOrderRow[]>('o.*', 'm.permit_no', 'm.worker_person', 'b.batch_no')).map(
    fromRow,
  );
}

export async function lockPrintOrder(db: Database, publicId: string): Promise<PrintOrder | undefined> {
  return (
    await selectPrintOrders(printOrderQuery(db).where('o.public_id', publicId).forUpdate('o') as never)
  )[0];
}

export async function findPrintOrder(db: Database, publicId: string): Promise<PrintOrder | undefined> {
  return (await selectPrintOrders(printOrderQuery(db).where('o.public_id', publicId)))[0];
}

/** Takes the next order of a state under a new lease number; two hosts never get the same. */
export async function leasePrintOrder(
  db: Database,
  where: {
    state: PrintOrderState;
    centres?: readonly string[];
    now: Date;
    leaseSeconds: number;
    account: string | undefined;
  },
): Promise<PrintOrder | undefined> {
  const query = printOrderQuery(db)
    .where('o.state', where.state)
    .whereRaw('(o.lease_until IS NULL OR o.lease_until < ?)', [where.now])
    .orderByRaw('o.priority DESC, b.batch_no NULLS LAST, o.created_at, o.id')
    .limit(1);
  if (where.centres) query.whereIn('o.production_party', [...where.centres]).whereNotExists(pausedLane(db));
  const [order] = await selectPrintOrders(query.forUpdate('o').skipLocked() as never);
  if (!order) return undefined;
  const lease = {
    leaseNo: order.leaseNo + 1,
    leaseUntil: new Date(where.now.getTime() + where.leaseSeconds * 1000),
  };
  const row = {
    lease_no: lease.leaseNo,
    lease_until: lease.leaseUntil,
    lease_account: where.account ?? null,
  };
  await db('print_orders').where('id', order.id).update(row);
  return { ...order, ...lease };
}

/** Nothing new is begun on the printers of a place that is paused; what is in hand ends by its own rules. */
function pausedLane(db: Database) {
  return db('print_lanes as l').whereRaw('l.centre_party = o.production_party').whereNotNull('l.paused_at');
}

/** Moves an order; the history is written by the trigger. */
export async function movePrintOrder(
  db: Database,
  id: string,
  to: PrintOrderState,
  changes: object = {},
): Promise<void> {
  await db('print_orders')
    .where('id', id)
    .update({ ...changes, state: to, state_since: db.raw('clock_timestamp()') });
}

/** An order as clerk and host see it. */
export function describePrintOrder(order: PrintOrder): z.infer<typeof PrintOrderSchema> {
  return {
    printOrderId: order.publicId,
    state: order.state,
    priority: order.priority,
    permitNo: order.permitNo,
    ...(order.batchNo === undefined ? {} : { batchNo: order.batchNo }),
    ...(order.productionParty === order.centreParty ? {} : { producedElsewhere: true }),
    ...(order.leaseNo > 0 ? { leaseNo: order.leaseNo } : {}),
    ...(order.leaseUntil ? { leaseUntil: order.leaseUntil.toISOString() } : {}),
    ...(order.blankSerial ? { blankSerial: order.blankSerial } : {}),
    ...(order.renderingSha256 ? { renderingSha256: order.renderingSha256 } : {}),
    ...(order.problem ? { problem: order.problem } : {}),
    since: order.stateSince.toISOString(),
  };
}

function fromRow(row: PrintOrderRow): PrintOrder {
  return {
    id: row.id,
    publicId: row.public_id,
    permitId: row.permit_id,
    permitNo: row.permit_no,
    applicationId: row.application_id,
    workerPerson: row.worker_person,
    centreParty: row.centre_party,
    productionParty: row.production_party,
    batchNo: row.batch_no ?? undefined,
    state: row.state,
    stateSince: row.state_since,
    priority: row.priority,
    revision: row.revision,
    reprintNo: row.reprint_no,
    attempt: row.attempt,
    leaseNo: row.lease_no,
    leaseUntil: row.lease_until ?? undefined,
    blankSerial: row.blank_serial ?? undefined,
    renderingSha256: row.rendering_sha256?.toString('hex'),
    renderingBlob: row.rendering_blob ?? undefined,
    renderingSignature: row.rendering_signature ?? undefined,
    problem: row.problem ?? undefined,
  };
}

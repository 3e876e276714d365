import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { printLanesApi } from '@permit/domain/contract/print-lanes-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { centreOf } from '../card-stock/centre-of.ts';

type Batch = OutputOf<typeof printLanesApi.createPrintBatch>;

/** Orders that wait become one batch of this centre: printed one after the other, found together. All or none. */
export async function createPrintBatch(
  tx: Tx,
  input: InputOf<typeof printLanesApi.createPrintBatch>,
): Promise<Batch> {
  const centre = centreOf(tx);
  const ids = [...new Set(input.printOrderIds)];
  const orders = await tx
    .db('print_orders')
    .whereIn('public_id', ids)
    .where('centre_party', centre)
    .orderBy('id')
    .forUpdate()
    .select<{ id: string; state: string; batch_id: string | null }[]>('id', 'state', 'batch_id');
  if (orders.length < ids.length) throw notFound();
  if (orders.some(({ state, batch_id: batch }) => batch || (state !== 'queued' && state !== 'rendered')))
    throw new ApiError('wrong-state', { detailCode: 'printing-has-begun' });
  const batch = { id: newId(), public_id: newPublicId() };
  await tx.db('print_batches').insert({
    ...batch,
    centre_party: centre,
    batch_no: await nextBatchNo(tx, centre),
    made_by: tx.caller.personId!,
  });
  await tx
    .db('print_orders')
    .whereIn(
      'id',
      orders.map(({ id }) => id),
    )
    .update({ batch_id: batch.id });
  const fact = { act: 'print-batch-made', subjectKind: 'print-batch', subjectId: batch.public_id };
  await recordAudit(tx, { ...fact, purpose: 'printing', detail: { orders: orders.length } });
  return describeBatch(tx, batch.public_id);
}

/** Under a lock of the centre, so that two supervisors never write the same number. */
async function nextBatchNo(tx: Tx, centre: string): Promise<number> {
  await tx.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`print-batch ${centre}`]);
  const last = (await tx
    .db('print_batches')
    .where('centre_party', centre)
    .max('batch_no as max')
    .first()) as { max: number | null };
  return (last.max ?? 0) + 1;
}

interface BatchRow {
  public_id: string;
  batch_no: number;
  made_at: Date;
  orders: number;
  passed: number;
  open: number;
}

function batchQuery(tx: Tx) {
  const count = (filter: string, name: string) => tx.db.raw(`(count(o.id) ${filter})::int AS "${name}"`);
  return tx
    .db('print_batches as b')
    .leftJoin('print_orders as o', 'o.batch_id', 'b.id')
    .groupBy('b.id')
    .select(
      'b.public_id',
      'b.batch_no',
      'b.made_at',
      count('', 'orders'),
      count(`FILTER (WHERE o.state = 'passed')`, 'passed'),
      count(`FILTER (WHERE o.state NOT IN ('passed', 'spoiled', 'cancelled'))`, 'open'),
    );
}

const fromRow = (row: BatchRow): Batch => ({
  batchId: row.public_id,
  batchNo: row.batch_no,
  madeAt: row.made_at.toISOString(),
  orders: row.orders,
  passed: row.passed,
  open: row.open,
});

/** Batches of the caller's centre. */
export async function listPrintBatches(tx: Tx): Promise<OutputOf<typeof printLanesApi.listPrintBatches>> {
  const rows = (await batchQuery(tx)
    .where('b.centre_party', centreOf(tx))
    .orderBy('b.batch_no', 'desc')
    .limit(100)) as BatchRow[];
  return { batches: rows.map(fromRow) };
}

/** A batch as it stands; also built again for a repeated key. */
export async function describeBatch(tx: Tx, publicId: string): Promise<Batch> {
  const [row] = (await batchQuery(tx).where('b.public_id', publicId)) as BatchRow[];
  if (!row) throw notFound();
  return fromRow(row);
}

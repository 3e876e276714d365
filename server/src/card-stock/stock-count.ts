import { decideCounter, judgeCount } from '@permit/domain/cards/blind-count.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { cardStockApi } from '@permit/domain/contract/card-stock-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound, requireAllowed } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { centreOf } from './centre-of.ts';
import { setBoxAside, type CountRow } from './stock-difference.ts';

type Count = OutputOf<typeof cardStockApi.submitStockCount>;

/** Opens counts of boxes that hold usable blanks here, all of them or none. */
export async function openStockCount(
  tx: Tx,
  { boxes }: InputOf<typeof cardStockApi.openStockCount>,
): Promise<OutputOf<typeof cardStockApi.openStockCount>> {
  const centre = centreOf(tx);
  const wanted = [...new Set(boxes)];
  const known = await tx
    .db('blanks')
    .where({ centre_party: centre })
    .whereIn('box', wanted)
    .distinct<{ box: string }[]>('box');
  if (known.length < wanted.length) throw notFound();
  const running = tx
    .db('stock_counts')
    .where('centre_party', centre)
    .whereIn('state', ['open', 'count-again']);
  if (await running.whereIn('box', wanted).first('id'))
    throw new ApiError('wrong-state', { detailCode: 'count-open' });
  const rows = wanted.map((box) => ({
    id: newId(),
    public_id: newPublicId(),
    centre_party: centre,
    box,
    opened_by: tx.caller.personId!,
  }));
  await tx.db('stock_counts').insert(rows);
  await auditCount(tx, 'stock-count-opened', centre, { boxes: wanted });
  return describeCounts(
    tx,
    rows.map((row) => row.public_id),
  );
}

/** Counts as they stand; also built again for a repeated key. */
export async function describeCounts(
  tx: Tx,
  publicIds: readonly string[],
): Promise<OutputOf<typeof cardStockApi.openStockCount>> {
  const rows = await tx
    .db('stock_counts')
    .whereIn('public_id', publicIds)
    .orderBy('box')
    .select<CountRow[]>();
  return { counts: rows.map(describe) };
}

/** What is to be counted here, and what was counted last. */
export async function listStockCounts(tx: Tx): Promise<OutputOf<typeof cardStockApi.listStockCounts>> {
  const rows = await tx
    .db('stock_counts')
    .where('centre_party', centreOf(tx))
    .orderByRaw(`state IN ('open', 'count-again') DESC, opened_at DESC`)
    .limit(100)
    .select<CountRow[]>();
  return { counts: rows.map(describe) };
}

/** One person's count of one box. Nothing of the box may be in a printer meanwhile, or nobody could be right. */
export async function submitStockCount(
  tx: Tx,
  { countId, counted }: InputOf<typeof cardStockApi.submitStockCount>,
): Promise<Count> {
  const counter = tx.caller.personId!;
  const row = await tx
    .db('stock_counts')
    .where({ public_id: countId, centre_party: centreOf(tx) })
    .forUpdate()
    .first<CountRow | undefined>();
  if (!row) throw notFound();
  const stands = { state: row.state, openedBy: row.opened_by, firstBy: row.first_by ?? undefined };
  const decision = decideCounter(stands, counter);
  if (!decision.allowed && decision.code === 'same-person') throw new ApiError('same-person');
  requireAllowed(decision, 'wrong-state');
  const expected = await lockBox(tx, row);
  const state = judgeCount(stands, { counted, expected });
  const mine =
    row.state === 'open'
      ? { first_counted: counted, first_by: counter }
      : { second_counted: counted, second_by: counter };
  const closed = state === 'count-again' ? {} : { closed_at: tx.db.raw('clock_timestamp()') };
  await tx
    .db('stock_counts')
    .where('id', row.id)
    .update({ state, ...mine, ...closed });
  await auditCount(tx, 'stock-counted', row.box, { state });
  if (state === 'differs') await asJob(tx, () => setBoxAside(tx, row, { counted, expected }));
  return describe({ ...row, state });
}

/** How many usable blanks of the box the ledger knows here; their rows stay locked until the count is written. */
async function lockBox(tx: Tx, { centre_party, box }: CountRow): Promise<number> {
  const blanks = await tx
    .db('blanks')
    .where({ centre_party, box })
    .whereIn('state', ['blank', 'reserved'])
    .orderBy('serial')
    .forUpdate()
    .select<{ state: string }[]>('state');
  if (blanks.some(({ state }) => state === 'reserved'))
    throw new ApiError('wrong-state', { detailCode: 'box-in-use' });
  return blanks.length;
}

/** Refused to a counter while something is being counted: a balance would tell what to count. */
export async function requireNoOpenCount(tx: Tx): Promise<void> {
  if (tx.caller.role !== 'clerk') return;
  const open = await tx
    .db('stock_counts')
    .where('centre_party', centreOf(tx))
    .whereIn('state', ['open', 'count-again'])
    .first('id');
  if (open) throw new ApiError('wrong-state', { detailCode: 'count-open' });
}

const describe = (row: CountRow): Count => ({
  countId: row.public_id,
  box: row.box,
  state: row.state,
  openedAt: row.opened_at.toISOString(),
});

async function auditCount(
  tx: Tx,
  act: string,
  subjectId: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await recordAudit(tx, { act, subjectKind: 'box', subjectId, purpose: 'stock', detail });
}

import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { outagesApi } from '@permit/domain/contract/outages-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { extendDeadlines } from './extend-deadlines.ts';
import { markEndedInOutage } from './missed-deadlines.ts';
import { describeOutage, type Affected, type OutageRow, type OutageView } from './outage-store.ts';

/** The log for everybody: what lasts first, then the newest. */
export async function listOutages(
  tx: Tx,
  { limit }: InputOf<typeof outagesApi.listOutages>,
): Promise<OutputOf<typeof outagesApi.listOutages>> {
  const rows = await tx
    .db('outages')
    .orderByRaw('(ended_at IS NULL) DESC, started_at DESC')
    .limit(limit)
    .select<OutageRow[]>();
  return { now: tx.deps.clock.business().toISOString(), outages: rows.map(describeOutage) };
}

/** How far back a person may date the beginning of what they write down. */
const OLDEST_HOURS = 72;

/** A supervisor writes an outage down by hand; its beginning may be some hours back, never ahead. */
export async function openOutage(tx: Tx, input: InputOf<typeof outagesApi.openOutage>): Promise<OutageView> {
  const now = tx.deps.clock.business();
  const startedAt = input.startedAt ? new Date(input.startedAt) : now;
  const hours = (now.getTime() - startedAt.getTime()) / 3_600_000;
  if (hours < 0 || hours > OLDEST_HOURS) throw new ApiError('refused', { detailCode: 'outage-when' });
  const publicId = await asJob(tx, () =>
    insertOutage(tx, {
      ...{ component: 'reported', affected: input.affected, startedAt, note: input.note },
      ...{ automatic: false, openedBy: tx.caller.personId ?? null },
    }),
  );
  await record(tx, 'outage-opened', publicId, { affected: input.affected });
  return describe(tx, publicId);
}

/** It works again. What a health check opened is closed by the health check; a person may close it too. */
export async function closeOutage(
  tx: Tx,
  { outageId, endedAt }: InputOf<typeof outagesApi.closeOutage>,
): Promise<OutageView> {
  const moved = await asJob(tx, async () => {
    const row = await tx
      .db('outages')
      .where('public_id', outageId)
      .forUpdate()
      .first<OutageRow | undefined>();
    if (!row) throw notFound();
    if (row.ended_at) throw new ApiError('wrong-state', { detailCode: 'outage-closed' });
    return endOutage(tx, row, endedAt ? new Date(endedAt) : tx.deps.clock.business());
  });
  await record(tx, 'outage-closed', outageId, { deadlinesMoved: moved });
  return describe(tx, outageId);
}

export interface NewOutage {
  readonly component: OutageView['component'];
  readonly affected: readonly Affected[];
  readonly startedAt: Date;
  readonly note?: string;
  readonly automatic: boolean;
  readonly openedBy: string | null;
}

/** Runs as the job class; of each watched component one outage at most is open. What ended since it began is marked. */
export async function insertOutage(tx: Tx, outage: NewOutage): Promise<string> {
  const [id, publicId] = [newId(), newPublicId()];
  await tx.db('outages').insert({
    id,
    public_id: publicId,
    component: outage.component,
    affected: [...outage.affected],
    note: outage.note ?? null,
    started_at: outage.startedAt,
    automatic: outage.automatic,
    opened_by: outage.openedBy,
  });
  const { affected, startedAt } = outage;
  await markEndedInOutage(tx, { id, affected: [...affected], started_at: startedAt, ended_at: null });
  return publicId;
}

/** Ends an outage and moves the deadlines that fell into it; answers how many. Runs as the job class. */
export async function endOutage(tx: Tx, row: OutageRow, endedAt: Date): Promise<number> {
  const now = tx.deps.clock.business();
  if (endedAt < row.started_at || endedAt > now) throw new ApiError('refused', { detailCode: 'outage-when' });
  const closedBy = tx.caller.personId ?? null;
  await tx.db('outages').where('id', row.id).update({ ended_at: endedAt, closed_by: closedBy });
  const moved = await extendDeadlines(tx, { ...row, ended_at: endedAt });
  await tx.db('outages').where('id', row.id).update({ deadlines_moved: moved });
  await markEndedInOutage(tx, { ...row, ended_at: endedAt });
  return moved;
}

export async function describe(tx: Tx, publicId: string): Promise<OutageView> {
  const row = await tx.db('outages').where('public_id', publicId).first<OutageRow | undefined>();
  if (!row) throw notFound();
  return describeOutage(row);
}

const record = (tx: Tx, act: string, subjectId: string, detail: Record<string, unknown>) =>
  recordAudit(tx, { act, subjectKind: 'outage', subjectId, purpose: 'when-we-fail', detail });

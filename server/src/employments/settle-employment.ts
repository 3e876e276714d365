import { employmentStanding, type Employment } from '@permit/domain/notices/employment.ts';
import type { Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';
import { actFromRow, actsOf, byPermit, type ActRow } from './employment-store.ts';
import { ensureGrantedActs } from './granted-acts.ts';

/**
 * Writes the employments of these permits anew from everything that is said of them. The permits are locked in one
 * order first, so that two lists with the same workers wait for each other instead of for ever. Runs as the job class.
 */
export async function settleEmployments(tx: Tx, permitIds: readonly string[]): Promise<void> {
  const ids = [...new Set(permitIds)].sort();
  if (ids.length === 0) return;
  await lockEmployments(tx, ids);
  await ensureGrantedActs(tx, ids);
  const acts = byPermit(await actsOf(tx.db, ids));
  const cases = new Map(
    (
      await tx
        .db('permits')
        .whereIn('id', ids)
        .select<{ id: string; application_id: string }[]>('id', 'application_id')
    ).map(({ id, application_id }) => [id, application_id]),
  );
  const rows = ids.flatMap((permitId) => rowsOf(permitId, cases.get(permitId)!, acts.get(permitId) ?? []));
  await tx.db('employments').whereIn('permit_id', ids).delete();
  if (rows.length > 0) await tx.db('employments').insert(rows);
  await meetLeaverClocks(tx, ids);
}

/** Waits for whoever is writing the employment of one of these permits. */
export async function lockEmployments(tx: Tx, sortedIds: readonly string[]): Promise<void> {
  await tx.db.raw(
    `SELECT pg_advisory_xact_lock(hashtextextended('employment ' || id, 0)) FROM unnest(?::text[]) WITH ORDINALITY AS t(id, n) ORDER BY n`,
    [[...sortedIds]],
  );
}

function rowsOf(permitId: string, applicationId: string, acts: readonly ActRow[]): Record<string, unknown>[] {
  const workerParties = partiesWhere(acts, (kind) => kind === 'worker');
  return employmentStanding(acts.map(actFromRow)).employments.map((employment, position) => ({
    id: newId(),
    permit_id: permitId,
    application_id: applicationId,
    position,
    employer_key: Buffer.from(employment.employer, 'hex'),
    from_on: employment.from,
    until_on: employment.until ?? null,
    ended_by: employment.endedBy ?? null,
    hired: employment.stint.hired || employment.stint.granted,
    confirmed: employment.stint.confirmed || employment.stint.granted,
    source_act: sourceOf(employment, acts).id,
    parties: partiesWhere(tellersOf(employment, acts), (kind) => kind !== 'worker'),
    worker_parties: workerParties,
  }));
}

const tellersOf = (employment: Employment, acts: readonly ActRow[]): readonly ActRow[] =>
  acts.filter(({ id }) => employment.stint.sources.includes(id));

/** The paper that named this employer with the most weight: the permit, else the hire. */
function sourceOf(employment: Employment, acts: readonly ActRow[]): ActRow {
  const told = tellersOf(employment, acts);
  return told.find(({ kind }) => kind === 'granted') ?? told.find(({ kind }) => kind === 'hire') ?? told[0]!;
}

function partiesWhere(acts: readonly ActRow[], fits: (kind: string) => boolean): string[] {
  const told = acts.filter(
    ({ filed_by_party, filed_by_kind }) => filed_by_party && filed_by_kind && fits(filed_by_kind),
  );
  return [...new Set(told.map(({ filed_by_party }) => filed_by_party!))];
}

/** Who has found a new employer within their time is no longer reminded of it. */
async function meetLeaverClocks(tx: Tx, permitIds: readonly string[]): Promise<void> {
  await tx.db.raw(
    `UPDATE notice_clocks c SET met_on = greatest(e.from_on, c.starts_on)
       FROM employments e
      WHERE c.permit_id = e.permit_id AND c.permit_id = ANY (?::uuid[]) AND c.met_on IS NULL
        AND c.code LIKE 'find-employer%' AND (e.until_on IS NULL OR e.until_on > c.starts_on)`,
    [[...permitIds]],
  );
}

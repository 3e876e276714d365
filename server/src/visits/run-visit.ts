import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { visitsApi } from '@permit/domain/contract/visits-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { describeVisit, lockVisit, moveVisit, selectVisits, ticketText, visitQuery } from './visit-store.ts';

/** Calls the next ticket of today to a counter; two counters never call the same. */
export async function callNext(
  tx: Tx,
  input: InputOf<typeof visitsApi.callNext>,
): Promise<OutputOf<typeof visitsApi.callNext>> {
  const day = bangkokDate(tx.deps.clock.business());
  const centre = actingParty(tx);
  const here = { 'v.centre_party': centre, 'v.day': day, 'v.state': 'ticketed' };
  const query = visitQuery(tx.db)
    .where(here)
    .whereNull('v.called_at')
    .orderBy('v.ticket')
    .limit(1)
    .forUpdate('v')
    .skipLocked();
  const [visit] = await selectVisits(query as never);
  if (visit)
    await tx.db('visits').where('id', visit.id).update({ counter: input.counter, called_at: tx.db.fn.now() });
  const { waiting } = await countWaiting(tx, centre, day);
  if (!visit) return { waiting };
  const fact = { act: 'ticket-called', subjectKind: 'visit', subjectId: visit.publicId, purpose: 'visit' };
  await recordAudit(tx, { ...fact, applicationId: visit.applicationId });
  return { visit: { ...describeVisit(tx.deps.keys, visit), counter: input.counter }, waiting };
}

async function countWaiting(tx: Tx, centre: string, day: string): Promise<{ waiting: number }> {
  const open = { centre_party: centre, day, state: 'ticketed' };
  const row = await tx
    .db('visits')
    .where(open)
    .whereNull('called_at')
    .first<{ waiting: number }>(tx.db.raw('count(*)::int AS waiting'));
  return row;
}

/** The person stands at the counter with original papers; a name is not asked to come twice. */
export async function checkIn(
  tx: Tx,
  input: InputOf<typeof visitsApi.checkIn>,
): Promise<OutputOf<typeof visitsApi.checkIn>> {
  const visit = await lockVisit(tx.db, input.visitId);
  if (!visit) throw notFound();
  if (visit.state !== 'ticketed' && visit.state !== 'booked') throw new ApiError('wrong-state');
  await moveVisit(tx.db, visit.id, 'checked-in', {
    paper_seen: input.paperSeen,
    checked_in_by: tx.caller.personId ?? null,
  });
  const fact = { act: 'checked-in', subjectKind: 'visit', subjectId: visit.publicId, purpose: 'visit' };
  await recordAudit(tx, {
    ...fact,
    applicationId: visit.applicationId,
    detail: { paperSeen: input.paperSeen },
  });
  return describeVisit(tx.deps.keys, { ...visit, state: 'checked-in' });
}

interface CallRow {
  purpose: 'capture' | 'collect';
  ticket: number;
  counter: string;
  called_at: Date;
}

/** The board in the hall: numbers and counters of today, no names. */
export async function queueBoard(
  tx: Tx,
  input: InputOf<typeof visitsApi.queueBoard>,
): Promise<OutputOf<typeof visitsApi.queueBoard>> {
  const centre = await tx
    .db('parties')
    .where({ public_id: input.centreId, kind: 'centre' })
    .first<{ id: string } | undefined>('id');
  if (!centre) throw notFound();
  const day = bangkokDate(tx.deps.clock.business());
  const called = await tx
    .db('visits')
    .where({ centre_party: centre.id, day })
    .whereNotNull('called_at')
    .orderBy('called_at', 'desc')
    .limit(8)
    .select<CallRow[]>('purpose', 'ticket', 'counter', 'called_at');
  const calls = called.map(({ purpose, ticket, counter, called_at }) => ({
    ticketNo: ticketText(purpose, ticket),
    counter,
    at: called_at.toISOString(),
  }));
  return { calls, ...(await countWaiting(tx, centre.id, day)), date: day };
}

interface CentreRow {
  public_id: string;
  code: string;
  name_th: string;
  name_en: string;
  detail: { vehicle?: boolean };
  province_code: string;
}

/** Centres and vans. */
export async function listCentres(tx: Tx): Promise<OutputOf<typeof visitsApi.listCentres>> {
  const rows = await tx.db('parties').where('kind', 'centre').orderBy('code').select<CentreRow[]>();
  return {
    centres: rows.map((row) => ({
      centreId: row.public_id,
      code: row.code,
      nameTh: row.name_th,
      nameEn: row.name_en,
      kind: row.detail.vehicle ? ('van' as const) : ('centre' as const),
      provinceCode: row.province_code,
    })),
  };
}

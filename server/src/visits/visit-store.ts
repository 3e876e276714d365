import type { VisitSummary } from '@permit/domain/contract/visits-api.ts';
import type { VisitState } from '@permit/domain/machines/visit-machine.ts';
import type { z } from 'zod';
import { nameOf } from '../applications/application-lookup.ts';
import type { Database } from '../database/database.ts';
import type { KeyStore } from '../vault/key-store.ts';

export interface Visit {
  readonly id: string;
  readonly publicId: string;
  readonly applicationId: string;
  readonly applicationPublicId: string;
  readonly applicationNo: string;
  readonly workerPerson: string;
  readonly workerKeyWrapped: Buffer | null;
  readonly workerSealed: Buffer;
  readonly language: string;
  readonly nationality: string | null;
  readonly birthYear: number | null;
  readonly centreParty: string;
  readonly state: VisitState;
  readonly stateSince: Date;
  readonly purpose: 'capture' | 'collect';
  readonly day: string;
  readonly ticket: number;
  readonly counter: string | null;
}

interface VisitRow {
  id: string;
  public_id: string;
  application_id: string;
  application_public_id: string;
  number: string;
  worker_person: string;
  wrapped_key: Buffer | null;
  sealed: Buffer;
  language: string;
  nationality: string | null;
  birth_year: number | null;
  centre_party: string;
  state: VisitState;
  state_since: Date;
  purpose: 'capture' | 'collect';
  day: string;
  ticket: number;
  counter: string | null;
}

/** Visits with the worker behind them: the base of every query of this feature. */
export function visitQuery(db: Database) {
  return db('visits as v')
    .join('applications as a', 'a.id', 'v.application_id')
    .join('people as p', 'p.id', 'a.worker_person');
}

const COLUMNS = [
  'v.*',
  'a.public_id as application_public_id',
  'a.number',
  'a.worker_person',
  'p.wrapped_key',
  'p.sealed',
  'p.language',
  'p.nationality',
  'p.birth_year',
];

export async function selectVisits(query: ReturnType<typeof visitQuery>): Promise<Visit[]> {
  const rows = await query.select<VisitRow[]>(COLUMNS);
  return rows.map(fromRow);
}

export async function findVisit(db: Database, publicId: string): Promise<Visit | undefined> {
  return (await selectVisits(visitQuery(db).where('v.public_id', publicId)))[0];
}

/** The same, locked until the end of the transaction. */
export async function lockVisit(db: Database, publicId: string): Promise<Visit | undefined> {
  return (await selectVisits(visitQuery(db).where('v.public_id', publicId).forUpdate('v') as never))[0];
}

export async function moveVisit(
  db: Database,
  id: string,
  to: VisitState,
  changes: object = {},
): Promise<void> {
  await db('visits')
    .where('id', id)
    .update({ ...changes, state: to, state_since: db.raw('clock_timestamp()') });
}

/** A visit as counter and station show it. */
export function describeVisit(keys: KeyStore, visit: Visit): z.infer<typeof VisitSummary> {
  const { workerPerson, workerKeyWrapped, workerSealed } = visit;
  return {
    visitId: visit.publicId,
    ticketNo: ticketText(visit.purpose, visit.ticket),
    state: visit.state,
    applicationId: visit.applicationPublicId,
    applicationNo: visit.applicationNo,
    workerName: nameOf(keys, {
      worker_person: workerPerson,
      wrapped_key: workerKeyWrapped,
      sealed: workerSealed,
    }),
    purpose: visit.purpose,
    ...(visit.counter ? { counter: visit.counter } : {}),
    since: visit.stateSince.toISOString(),
  };
}

/** What is called out and shown: a letter for the purpose and a number from 1 a day. */
export function ticketText(purpose: 'capture' | 'collect', ticket: number): string {
  return `${purpose === 'capture' ? 'A' : 'B'}${String(ticket).padStart(3, '0')}`;
}

function fromRow(row: VisitRow): Visit {
  return {
    id: row.id,
    publicId: row.public_id,
    applicationId: row.application_id,
    applicationPublicId: row.application_public_id,
    applicationNo: row.number,
    workerPerson: row.worker_person,
    workerKeyWrapped: row.wrapped_key,
    workerSealed: row.sealed,
    language: row.language,
    nationality: row.nationality,
    birthYear: row.birth_year,
    centreParty: row.centre_party,
    state: row.state,
    stateSince: row.state_since,
    purpose: row.purpose,
    day: row.day,
    ticket: row.ticket,
    counter: row.counter,
  };
}

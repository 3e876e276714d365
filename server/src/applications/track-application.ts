import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { BirthDate } from '@permit/domain/people/birth-date.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import type { Application } from './application-store.ts';
import { serviceOf } from './service-of.ts';
import type { WorkerRecord } from './worker-record.ts';

interface TrackedRow {
  number: string;
  service_code: string;
  catalogue_version: string;
  state: Application['state'];
  state_since: Date;
  due_at: Date | null;
  worker_person: string;
  wrapped_key: Buffer | null;
  sealed: Buffer;
  fee_paid: boolean;
}

/**
 * Where a case stands, for whoever knows its number and what the worker knows of their birth. Absent, foreign
 * and wrongly answered are one answer; it names nobody.
 */
export async function trackApplication(
  tx: Tx,
  input: InputOf<typeof filingApi.trackApplication>,
): Promise<OutputOf<typeof filingApi.trackApplication>> {
  const row = await tx
    .db('applications as a')
    .join('people as p', 'p.id', 'a.worker_person')
    .where('a.number', input.applicationNo)
    .first<TrackedRow | undefined>(
      'a.number',
      'a.service_code',
      'a.catalogue_version',
      'a.state',
      'a.state_since',
      'a.due_at',
      'a.worker_person',
      'p.wrapped_key',
      'p.sealed',
      tx.db.raw(
        `EXISTS (SELECT 1 FROM bills b WHERE b.application_id = a.id AND b.kind = 'application-fee' AND b.paid_at IS NOT NULL) AS fee_paid`,
      ),
    );
  if (!row?.wrapped_key) throw notFound();
  const record = openJson<WorkerRecord>(
    personKey(tx.deps.keys, row.worker_person, row.wrapped_key),
    'person',
    row.sealed,
  );
  if (!knowsBirth(record.birth, input.born)) throw notFound();
  return {
    applicationNo: row.number,
    serviceCode: row.service_code,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    ...(row.due_at ? { dueAt: row.due_at.toISOString() } : {}),
    mayWork: mayWork(row),
  };
}

/** True where the answer says all that is on record: a known day wants the day, a known year the year. */
function knowsBirth(birth: BirthDate | undefined, born: string): boolean {
  const known = birth && 'date' in birth ? birth.date : '';
  return known !== '' && known === born;
}

const ENDED = new Set<Application['state']>([
  'refused',
  'withdrawn',
  'expired',
  'closed-unanswered',
  'draft',
]);

/** What the service's own data says of working meanwhile (work-permit.md, s.67; the text is per service and cohort). */
function mayWork(row: TrackedRow): boolean {
  if (ENDED.has(row.state)) return false;
  const { from } = serviceOf({
    serviceCode: row.service_code,
    catalogueVersion: Number(row.catalogue_version),
  }).workProof;
  const granted = ['granted', 'completed'].includes(row.state);
  return {
    never: granted,
    granted,
    'application-fee-paid': row.fee_paid || granted,
    'filed-before-expiry': true,
  }[from];
}

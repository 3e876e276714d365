import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { workProofOf } from '@permit/domain/catalogue/work-proof.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { BirthDate } from '@permit/domain/people/birth-date.ts';
import { recordAudit } from '../audit/record-audit.ts';
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
  draft_sealed: Buffer;
  submitted_at: Date | null;
  fee_paid_at: Date | null;
  granted_at: Date | null;
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
      'a.draft_sealed',
      'a.submitted_at',
      tx.db.raw(
        `(SELECT b.paid_at FROM bills b WHERE b.application_id = a.id AND b.kind = 'application-fee') AS fee_paid_at`,
      ),
      tx.db.raw(
        `(SELECT min(h.at) FROM state_history h WHERE h.record_id = a.id AND h.to_state = 'granted') AS granted_at`,
      ),
    );
  if (!row?.wrapped_key) throw notFound();
  const record = openJson<WorkerRecord>(
    personKey(tx.deps.keys, row.worker_person, row.wrapped_key),
    'person',
    row.sealed,
  );
  if (!knowsBirth(record.birth, input.born)) throw notFound();
  const fact = {
    act: 'case-tracked',
    subjectKind: 'application-no',
    subjectId: row.number,
    purpose: 'tracking',
  };
  await recordAudit(tx, fact);
  return {
    applicationNo: row.number,
    serviceCode: row.service_code,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    ...(row.due_at ? { dueAt: row.due_at.toISOString() } : {}),
    mayWork: mayWork(tx, row),
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

/** What the service's own data says of working meanwhile (s.67 and the round's text), never the payment by itself. */
function mayWork(tx: Tx, row: TrackedRow): boolean {
  const key = personKey(tx.deps.keys, row.worker_person, row.wrapped_key!);
  const draft = openJson<ApplicationDraft>(key, 'draft', row.draft_sealed);
  const service = serviceOf({
    serviceCode: row.service_code,
    catalogueVersion: Number(row.catalogue_version),
  });
  const day = (at: Date | null) => (at ? bangkokDate(at) : undefined);
  const proof = workProofOf(service, {
    filedOn: day(row.submitted_at),
    applicationFeePaidOn: day(row.fee_paid_at),
    grantedOn: day(row.granted_at),
    oldPermitExpires: draft.oldPermit?.expires,
    pending: !ENDED.has(row.state),
  });
  return proof !== undefined;
}

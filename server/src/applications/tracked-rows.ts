import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { joinPublished } from '../catalogue/published-service-store.ts';
import type { Database } from '../database/database.ts';
import type { Application } from './application-store.ts';

/** What tracking needs of a case; `number` is there, for only what was filed can be tracked. */
export interface TrackedRow {
  readonly id: string;
  readonly number: string;
  readonly service_code: string;
  readonly catalogue_version: string;
  /** Of a version that was published here. */
  readonly definition: ServiceDefinition | null;
  readonly state: Application['state'];
  readonly state_since: Date;
  readonly due_at: Date | null;
  readonly worker_person: string;
  readonly wrapped_key: Buffer;
  readonly sealed: Buffer;
  readonly draft_sealed: Buffer;
  readonly body_hash: Buffer | null;
  readonly submitted_at: Date | null;
  readonly fee_paid_at: Date | null;
  readonly granted_at: Date | null;
}

const COLUMNS = [
  'id',
  'number',
  'service_code',
  'catalogue_version',
  'state',
  'state_since',
  'due_at',
  'worker_person',
]
  .concat('draft_sealed', 'body_hash', 'submitted_at')
  .map((column) => `a.${column}`);
const FEE_PAID = `(SELECT b.paid_at FROM bills b WHERE b.application_id = a.id AND b.kind = 'application-fee') AS fee_paid_at`;
const GRANTED = `(SELECT min(h.at) FROM state_history h WHERE h.record_id = a.id AND h.to_state = 'granted') AS granted_at`;
/** More cases than one passport ever has; a limit all the same. */
const MOST = 20;

/** The filed case with this number, of a person who is not erased. Runs as the job class. */
export function trackedByNumber(db: Database, number: string): Promise<TrackedRow[]> {
  return tracked(db).where('a.number', number);
}

/** The filed cases of whoever has this passport on record, newest first. Runs as the job class. */
export function trackedByPassport(db: Database, passportKey: Buffer): Promise<TrackedRow[]> {
  return tracked(db)
    .whereIn(
      'a.worker_person',
      db('person_index').where({ kind: 'passport', value: passportKey }).select('person_id'),
    )
    .orderBy('a.submitted_at', 'desc');
}

function tracked(db: Database) {
  const cases = db('applications as a').join('people as p', 'p.id', 'a.worker_person');
  return joinPublished(db, cases)
    .whereNotNull('a.number')
    .whereNotNull('p.wrapped_key')
    .limit(MOST)
    .select<TrackedRow[]>(
      ...COLUMNS,
      's.definition',
      'p.wrapped_key',
      'p.sealed',
      db.raw(FEE_PAID),
      db.raw(GRANTED),
    );
}

import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { PUBLISHED_OF_CASE } from '../catalogue/published-service-store.ts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/transaction.ts';
import { PERMIT_ON_RECORD, type PermitOnRecord } from '../permits/previous-permit.ts';
import type { Application } from './application-store.ts';

/** What tracking needs of a case; `number` is there, for only what was filed can be tracked. */
export interface TrackedRow extends PermitOnRecord {
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
  /** Where it counts as filed at an attempt. */
  readonly counted_filed_at: Date | null;
  readonly fee_paid_at: Date | null;
  readonly granted_at: Date | null;
}

const FEE_PAID = `(SELECT b.paid_at FROM bills b WHERE b.application_id = a.id AND b.kind = 'application-fee')`;
const GRANTED = `(SELECT min(h.at) FROM state_history h WHERE h.record_id = a.id AND h.to_state = 'granted')`;
const TRACKED = `SELECT a.id, a.number, a.service_code, a.catalogue_version, a.state, a.state_since, a.due_at, a.worker_person,
    a.draft_sealed, a.body_hash, a.submitted_at, a.counted_filed_at, s.definition, p.wrapped_key, p.sealed,
    ${FEE_PAID} AS fee_paid_at, ${GRANTED} AS granted_at,
    ${PERMIT_ON_RECORD.columns}
  FROM applications a JOIN people p ON p.id = a.worker_person ${PUBLISHED_OF_CASE} ${PERMIT_ON_RECORD.joins}
  WHERE a.number IS NOT NULL AND p.wrapped_key IS NOT NULL`;
/** More cases than one passport ever has; a limit all the same. */
const MOST = 20;
const BY_NUMBER = statement<TrackedRow>(`${TRACKED} AND a.number = $1`);
const BY_PASSPORT = statement<TrackedRow>(
  `${TRACKED} AND a.worker_person IN (SELECT person_id FROM person_index WHERE kind = 'passport' AND value = $1)
   ORDER BY a.submitted_at DESC LIMIT ${MOST}`,
);

/** The filed case with this number, of a person who is not erased. Runs as the job class. */
export async function trackedByNumber(tx: Tx, number: string): Promise<readonly TrackedRow[]> {
  const [rows] = await tx.ask(BY_NUMBER(number));
  return rows;
}

/** The filed cases of whoever has this passport on record, newest first. Runs as the job class. */
export async function trackedByPassport(tx: Tx, passportKey: Buffer): Promise<readonly TrackedRow[]> {
  const [rows] = await tx.ask(BY_PASSPORT(passportKey));
  return rows;
}

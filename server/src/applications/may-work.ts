import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { workProofOf, type WorkProof } from '@permit/domain/catalogue/work-proof.ts';
import { previousPermit } from '@permit/domain/catalogue/previous-permit.ts';
import { permitOnRecord } from '../permits/previous-permit.ts';
import type { KeyStore } from '../vault/key-store.ts';
import { openJson, type PersonKey } from '../vault/person-vault.ts';
import type { Application } from './application-store.ts';
import { serviceOf } from './service-of.ts';
import type { TrackedRow } from './tracked-rows.ts';

const ENDED = new Set<Application['state']>([
  'refused',
  'withdrawn',
  'expired',
  'closed-unanswered',
  'draft',
]);

/**
 * What the service's own data says of working meanwhile (s.67 and the round's text), never the payment by itself, and
 * by whose word of the permit before; undefined where it gives nothing.
 */
export function mayWork(keys: KeyStore, worker: PersonKey, row: TrackedRow): WorkProof | undefined {
  const draft = openJson<ApplicationDraft>(worker, 'draft', row.draft_sealed);
  const service = serviceOf({
    serviceCode: row.service_code,
    catalogueVersion: Number(row.catalogue_version),
    publishedService: row.definition ?? undefined,
  });
  const day = (at: Date | null) => (at ? bangkokDate(at) : undefined);
  return workProofOf(service, {
    filedOn: day(row.counted_filed_at ?? row.submitted_at),
    applicationFeePaidOn: day(row.fee_paid_at),
    grantedOn: day(row.granted_at),
    previous: previousPermit(draft.oldPermit, permitOnRecord(keys, row)),
    pending: !ENDED.has(row.state),
    underAppeal: row.state === 'under-appeal',
  });
}

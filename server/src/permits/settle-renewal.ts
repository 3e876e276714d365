import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import {
  renewalEffect,
  type RenewalEffect,
  type RenewalOfPermit,
} from '@permit/domain/lifecycle/renewed-permit.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import { serviceOf } from '../applications/service-of.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { PUBLISHED_OF_CASE } from '../catalogue/published-service-store.ts';
import { statement } from '../database/statement.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';

interface RenewedRow {
  readonly public_id: string;
  readonly application_id: string;
  readonly state: PermitState;
  readonly valid_to: string;
}

interface RenewalRow {
  readonly state: ApplicationState;
  readonly service_code: string;
  readonly catalogue_version: string;
  readonly definition: ServiceDefinition | null;
  readonly filed_at: Date | null;
}

// Filed is what was submitted and, where the service has a fee for filing, paid. Whom our outage kept from filing it kept
// from being billed: once paid, the attempt is the moment of both (docs/decisions/0062).
const RENEWALS = statement<RenewalRow>(
  `SELECT a.state, a.service_code, a.catalogue_version, s.definition,
          CASE WHEN b.id IS NULL THEN coalesce(a.counted_filed_at, a.submitted_at)
               WHEN b.paid_at IS NOT NULL THEN coalesce(a.counted_filed_at, greatest(a.submitted_at, b.paid_at)) END AS filed_at
   FROM applications a LEFT JOIN bills b ON b.application_id = a.id AND b.kind = 'application-fee'
   ${PUBLISHED_OF_CASE}
   WHERE a.renews_permit = $1`,
);

/**
 * Gives a permit the state that its renewals make of it, after a case that renews it has moved; nothing where the case
 * renews none. Old and new permit may be of different filers and offices, so it runs as the job class: not to be
 * called within asJob.
 */
export async function settleRenewal(tx: Tx, permitId: string | undefined): Promise<void> {
  if (!permitId) return;
  await asJob(tx, async () => {
    const permit = await tx
      .db('permits')
      .where('id', permitId)
      .forUpdate()
      .first<RenewedRow>('public_id', 'application_id', 'state', 'valid_to');
    const [rows] = await tx.ask(RENEWALS(permitId));
    const today = bangkokDate(tx.deps.clock.business());
    const now = { state: permit.state, validTo: permit.valid_to };
    const effect = renewalEffect(now, rows.map(renewalOf), today);
    if (effect) await move(tx, permitId, permit, effect);
  });
}

function renewalOf(row: RenewalRow): RenewalOfPermit {
  const service = serviceOf({
    serviceCode: row.service_code,
    catalogueVersion: Number(row.catalogue_version),
    publishedService: row.definition ?? undefined,
  });
  return {
    state: row.state,
    filedOn: row.filed_at ? bangkokDate(row.filed_at) : undefined,
    pendingWhileAppealed: service.workProof.whileAppealed?.value === true,
  };
}

async function move(tx: Tx, id: string, permit: RenewedRow, { to, because }: RenewalEffect): Promise<void> {
  await setReason(tx, because);
  await tx
    .db('permits')
    .where('id', id)
    .update({ state: to, state_since: tx.db.raw('clock_timestamp()') });
  // The reason of this move is not that of what the caller moves next.
  await setReason(tx, '');
  const fact = {
    act: `permit-${to}`,
    subjectKind: 'permit',
    subjectId: permit.public_id,
    purpose: 'renewal',
  };
  await recordAudit(tx, {
    ...fact,
    applicationId: permit.application_id,
    detail: { from: permit.state, because },
  });
}

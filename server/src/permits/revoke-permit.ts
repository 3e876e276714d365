import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { sealWordsOf } from '../people/words-of-people.ts';
import { IN_FORCE, permitOf, type PermitRow } from './permits-in-force.ts';
import { actsAt } from '../http/acting-party.ts';

/**
 * The registrar of the case's office revokes a permit. Its card on the shelf is void and what is not printed yet is
 * cancelled; a card that is in the printer just now becomes void when it is passed (print-orders/print-card.ts).
 */
export async function revokePermit(
  tx: Tx,
  { permitId, ground, reason }: InputOf<typeof permitsApi.revokePermit>,
): Promise<OutputOf<typeof permitsApi.revokePermit>> {
  const permit = await permitOf(tx, permitId);
  await requireOwnOffice(tx, permit);
  if (!IN_FORCE.includes(permit.state)) throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
  await setReason(tx, ground);
  const since = { state_since: tx.db.raw('clock_timestamp()') };
  const revoked = {
    revoked_by: tx.caller.personId!,
    revoked_ground: ground,
    revoked_reason_sealed: await sealWordsOf(tx, permit.worker_person, reason),
  };
  await tx
    .db('permits')
    .where('id', permit.id)
    .update({ state: 'revoked', ...since, ...revoked });
  await voidCards(tx, permit.id);
  await asJob(tx, () =>
    tx
      .db('print_orders')
      .where('permit_id', permit.id)
      .whereIn('state', ['queued', 'rendered'])
      .update({ state: 'cancelled', lease_until: null, problem: 'permit-ended', ...since }),
  );
  const fact = { act: 'permit-revoked', subjectKind: 'permit', subjectId: permit.public_id };
  await recordAudit(tx, {
    ...fact,
    purpose: 'revocation',
    applicationId: permit.application_id,
    detail: { ground },
  });
  return { permitId: permit.public_id, permitNo: permit.permit_no, state: 'revoked' };
}

/** Cards of a permit that nobody holds yet are void. */
export async function voidCards(tx: Tx, permitId: string): Promise<void> {
  await tx
    .db('cards')
    .where('permit_id', permitId)
    .whereIn('state', ['ready', 'returned'])
    .update({ state: 'void', state_since: tx.db.raw('clock_timestamp()') });
}

async function requireOwnOffice(tx: Tx, permit: PermitRow): Promise<void> {
  const application = await tx
    .db('applications')
    .where('id', permit.application_id)
    .first<{ office_party: string | null }>('office_party');
  if (!actsAt(tx, application.office_party)) throw new ApiError('not-your-office');
}

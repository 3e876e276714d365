import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { restoredPermit } from '@permit/domain/lifecycle/restored-permit.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import type { AppealRow } from '../appeals/appeal-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { IN_FORCE, type PermitRow } from '../permits/permits-in-force.ts';
import { cardAfterRestoring } from '../print-orders/card-after-restoring.ts';
import type { PermitOrderRow } from './permit-order-store.ts';

interface Settled {
  readonly order: PermitOrderRow;
  readonly appeal: AppealRow;
  readonly outcome: 'allowed' | 'upheld';
}

/** What the decision of an appeal does to an order and its permit; answers what the permit is now. */
export async function settleOrder(
  tx: Tx,
  { order, appeal, outcome }: Settled,
): Promise<{ state: PermitState }> {
  await setReason(tx, `appeal-${outcome}`);
  await tx
    .db('permit_orders')
    .where('id', order.id)
    .update({
      state: outcome === 'allowed' ? 'set-aside' : 'upheld',
      state_since: tx.db.raw('clock_timestamp()'),
      due_at: null,
    });
  const state = outcome === 'allowed' ? await restore(tx, order, appeal) : order.permit_state;
  await setReason(tx, '');
  const fact = { act: 'appeal-decided', subjectKind: 'permit-order', subjectId: order.public_id };
  const detail = { outcome, permit: state };
  await recordAudit(tx, { ...fact, applicationId: order.application_id, purpose: 'appeal', detail });
  return { state };
}

/**
 * The permit lives again, as far as time and a newer permit let it: the status list and every verifier follow its state.
 * A card that was made void or was never printed is made anew; one in the hand is good again by itself.
 */
async function restore(tx: Tx, order: PermitOrderRow, appeal: AppealRow): Promise<PermitState> {
  const restored = await asJob(tx, () => reviveRow(tx, order));
  await settleRenewal(tx, order.permit_id);
  const permit = await asJob(tx, () => tx.db('permits').where('id', order.permit_id).first<PermitRow>());
  if (IN_FORCE.includes(permit.state))
    await cardAfterRestoring(tx, permit, { appellant: appeal.filed_by, why: `order ${order.number}` });
  const fact = { act: 'permit-restored', subjectKind: 'permit', subjectId: order.permit_public_id };
  const detail = { order: order.public_id, to: restored };
  await recordAudit(tx, { ...fact, applicationId: order.application_id, purpose: 'appeal', detail });
  const to = { case: order.application_id };
  await queueMessage(tx, {
    event: 'permit-restored',
    key: `permit-order:${order.id}:restored`,
    to,
    values: {},
  });
  return permit.state;
}

async function reviveRow(tx: Tx, order: PermitOrderRow): Promise<PermitState> {
  const permit = await tx.db('permits').where('id', order.permit_id).forUpdate().first<PermitRow>();
  const another = await tx
    .db('permits')
    .where('worker_person', permit.worker_person)
    .whereNot('id', permit.id)
    .whereIn('state', IN_FORCE)
    .first('id');
  const ended = { was: order.permit_was, validTo: permit.valid_to, holdsAnother: another !== undefined };
  const state = restoredPermit(ended, bangkokDate(tx.deps.clock.business()));
  const since = tx.db.raw('clock_timestamp()');
  await tx
    .db('permits')
    .where('id', permit.id)
    .update({ state, state_since: since, revoked_by: null, revoked_ground: null });
  return state;
}

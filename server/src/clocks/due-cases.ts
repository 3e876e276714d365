import { remedyAt, remedyOf, SELF_ENDING_STATES } from '@permit/domain/lifecycle/remedies.ts';
import { applicationMachine, type ApplicationState } from '@permit/domain/machines/application-machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { lockDueApplication, moveApplication, type Application } from '../applications/application-store.ts';
import { setReason, type Tx } from '../database/transaction.ts';
import { extendDeadline } from '../outages/extend-deadlines.ts';
import { keepMissedDeadline } from '../outages/missed-deadlines.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { queueMessage } from '../messages/queue-message.ts';

/** Cases in a state that ends by itself, whose clock and its grace have run out; by id after `after`. */
export async function dueCases(tx: Tx, after: string | undefined, limit: number): Promise<readonly string[]> {
  const now = tx.deps.clock.business();
  const ended = (state: ApplicationState) =>
    // The grace is the same for every case of a state, so it goes to the other side of the comparison.
    new Date(2 * now.getTime() - remedyAt(state, now).getTime());
  const query = tx.db('applications').orderBy('id').limit(limit);
  query.where((any) => {
    for (const state of SELF_ENDING_STATES)
      any.orWhere((one) => one.where('state', state).where('due_at', '<', ended(state)));
  });
  if (after) query.where('id', '>', after);
  return (await query.select<{ id: string }[]>('id')).map(({ id }) => id);
}

/** Applies the remedy of the state; false where the case has moved on, was given more time, or is locked by whoever moves it. */
export async function endCase(tx: Tx, id: string): Promise<boolean> {
  const application = await lockDueApplication(tx.db, id);
  if (!application?.dueAt) return false;
  const remedy = remedyOf(application.state);
  if (!remedy || remedy.kind === 'list') return false;
  if (remedyAt(application.state, application.dueAt) >= tx.deps.clock.business()) return false;
  // Nobody's case ends while we ourselves keep them from acting.
  if (await extendDeadline(tx, application)) return false;
  if (remedy.kind === 'move') {
    await setReason(tx, `clock:${clockOf(application)}`);
    await moveApplication(tx.db, id, remedy.to);
    // A draft was never filed, so there is nobody to tell that it has ended.
    const key = `case:${id}:${remedy.to}`;
    if (application.state !== 'draft') {
      await keepMissedDeadline(tx, application);
      await queueMessage(tx, { event: 'application-ended', key, to: { case: id }, values: {} });
    }
  } else await tx.db('applications').where('id', id).update({ due_at: null });
  await settleRenewal(tx, application.renewsPermit);
  await recordAudit(tx, {
    act: 'clock-ran-out',
    subjectKind: 'application',
    subjectId: application.publicId,
    applicationId: id,
    purpose: 'clock',
    detail: {
      clock: clockOf(application),
      state: application.state,
      ...(remedy.kind === 'move' ? { to: remedy.to } : {}),
    },
  });
  return true;
}

function clockOf({ state }: Application): string {
  const rule = applicationMachine.states[state];
  return rule.final ? '' : rule.clock;
}

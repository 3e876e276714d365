import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { permitEnd, PERMITS_THAT_END } from '@permit/domain/lifecycle/self-ending.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { setReason, type Tx } from '../database/transaction.ts';

/** Permits in force whose last day is over. */
export async function endedPermits(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<readonly string[]> {
  const query = tx
    .db('permits')
    .whereIn('state', [...PERMITS_THAT_END])
    .where('valid_to', '<', bangkokDate(tx.deps.clock.business()))
    .orderBy('id')
    .limit(limit);
  if (after) query.where('id', '>', after);
  return (await query.select<{ id: string }[]>('id')).map(({ id }) => id);
}

interface EndedPermit {
  public_id: string;
  application_id: string;
  state: PermitState;
  valid_to: string;
}

/** Ends one; false where somebody else was faster. */
export async function endPermit(tx: Tx, id: string): Promise<boolean> {
  const permit = await tx
    .db('permits')
    .where('id', id)
    .forUpdate()
    .skipLocked()
    .first<EndedPermit | undefined>('public_id', 'application_id', 'state', 'valid_to');
  if (!permit || !permitEnd(permit.state, permit.valid_to, bangkokDate(tx.deps.clock.business())))
    return false;
  await setReason(tx, 'clock:permit-end');
  await tx
    .db('permits')
    .where('id', id)
    .update({ state: 'expired', state_since: tx.db.raw('clock_timestamp()') });
  const fact = {
    act: 'permit-expired',
    subjectKind: 'permit',
    subjectId: permit.public_id,
    purpose: 'clock',
  };
  await recordAudit(tx, { ...fact, applicationId: permit.application_id, detail: { from: permit.state } });
  return true;
}

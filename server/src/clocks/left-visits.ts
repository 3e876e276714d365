import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { addDays } from '@permit/domain/calendar/calendar-date.ts';
import { visitEnd, VISIT_ENDS } from '@permit/domain/lifecycle/self-ending.ts';
import type { VisitState } from '@permit/domain/machines/visit-machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { setReason, type Tx } from '../database/transaction.ts';
import { moveVisit } from '../visits/visit-store.ts';

const today = (tx: Tx) => bangkokDate(tx.deps.clock.business());

/** Visits of earlier days that nobody ended. */
export async function leftVisits(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<readonly string[]> {
  const query = tx.db('visits').orderBy('id').limit(limit);
  query.where((any) => {
    for (const [state, { keptDays }] of Object.entries(VISIT_ENDS))
      any.orWhere((one) => one.where('state', state).where('day', '<', addDays(today(tx), -keptDays)));
  });
  if (after) query.where('id', '>', after);
  return (await query.select<{ id: string }[]>('id')).map(({ id }) => id);
}

interface LeftVisit {
  public_id: string;
  application_id: string;
  state: VisitState;
  day: string;
}

/** Ends one; false where somebody else was faster. */
export async function endVisit(tx: Tx, id: string): Promise<boolean> {
  const visit = await tx
    .db('visits')
    .where('id', id)
    .forUpdate()
    .skipLocked()
    .first<LeftVisit | undefined>('public_id', 'application_id', 'state', 'day');
  const to = visit && visitEnd(visit.state, visit.day, today(tx));
  if (!visit || !to) return false;
  await setReason(tx, 'clock:day-ended');
  await moveVisit(tx.db, id, to);
  const fact = { act: 'visit-ended-by-clock', subjectKind: 'visit', subjectId: visit.public_id };
  await recordAudit(tx, {
    ...fact,
    applicationId: visit.application_id,
    purpose: 'clock',
    detail: { from: visit.state, to },
  });
  return true;
}

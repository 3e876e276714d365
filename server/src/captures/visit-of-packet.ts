import type { VisitState } from '@permit/domain/machines/visit-machine.ts';
import type { Tx } from '../database/transaction.ts';
import { lockVisit, type Visit } from '../visits/visit-store.ts';

const OPEN: readonly VisitState[] = ['checked-in', 'in-progress'];
/** A day that was closed, or a new ticket, ends what a van without a network had still in its hands. */
const ENDED_WITHOUT_CARD: readonly VisitState[] = ['no-show', 'cancelled'];

/**
 * The visit that a sealed capture belongs to, locked: an open one, or one that was ended while the packet waited for
 * a network, as long as no other capture of the case has taken its place. Undefined for a visit that was never here,
 * of another application, or done.
 */
export async function visitOfPacket(
  tx: Tx,
  manifest: { readonly visitId: string; readonly applicationId: string },
): Promise<Visit | undefined> {
  const visit = await lockVisit(tx.db, manifest.visitId);
  if (!visit || visit.applicationPublicId !== manifest.applicationId) return undefined;
  if (OPEN.includes(visit.state)) return visit;
  const isLate = ENDED_WITHOUT_CARD.includes(visit.state) && !(await isCaptured(tx, visit.applicationId));
  return isLate ? visit : undefined;
}

async function isCaptured(tx: Tx, applicationId: string): Promise<boolean> {
  const other = await tx
    .db('captures')
    .where('application_id', applicationId)
    .whereNot('state', 'rejected')
    .first<{ id: string } | undefined>('id');
  return other !== undefined;
}

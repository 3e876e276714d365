import type { Viewer } from '@permit/domain/notices/change-of-employer.ts';
import { ROLE_CLASS, type Role } from '@permit/domain/staff/roles.ts';
import type { Tx } from '../database/transaction.ts';
import { changeFor, changeOfEmployer, type ChangeView } from '../employments/change-view.ts';
import { actsOf, byPermit, type ActRow } from '../employments/employment-store.ts';
import type { NoticeWorkerRow } from './notice-store.ts';

export type ChangeByWorker = ReadonlyMap<string, ChangeView>;

/** What the caller may know of the change of employer of each worker of a notice. Runs as the job class. */
export async function seenChanges(tx: Tx, workers: readonly NoticeWorkerRow[]): Promise<ChangeByWorker> {
  const permits = workers.flatMap(({ permit_id }) => permit_id ?? []);
  if (permits.length === 0) return new Map();
  const acts = byPermit(await actsOf(tx.db, permits));
  const composite = await changeOfEmployer(tx);
  const seen = new Map<string, ChangeView>();
  for (const worker of workers) {
    const ofPermit = acts.get(worker.permit_id ?? '') ?? [];
    const viewer = viewerOf(
      tx,
      ofPermit.find(({ worker_row }) => worker_row === worker.id),
    );
    const change = viewer && changeFor(composite, ofPermit, viewer);
    if (change) seen.set(worker.id, change);
  }
  return seen;
}

/** An employer sees with the eyes of the employer for whom the notice speaks. */
function viewerOf(tx: Tx, own: ActRow | undefined): Viewer | undefined {
  if (ROLE_CLASS[tx.caller.role as Role] === 'officer') return { kind: 'officer' };
  if (tx.caller.role === 'worker') return { kind: 'worker' };
  return own && { kind: 'employer', employer: own.employer_key.toString('hex') };
}

import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import { recordAudit } from '../audit/record-audit.ts';
import {
  lockApplication,
  moveApplication,
  type Application,
  type MoveChanges,
} from '../applications/application-store.ts';
import { dueAt } from '../applications/clock-of.ts';
import { serviceOf } from '../applications/service-of.ts';
import { setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound, requireAllowed } from '../errors.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { tellOfMove } from './tell-of-move.ts';
import { decideFourEyes } from './decide-review.ts';
import { actsAt } from '../http/acting-party.ts';
import { isOfficer } from '../applications/of-office.ts';

/**
 * The case that a reviewer acts on: visible to them, in the state that waits for them, of an office where their role is
 * held, and not their own work. An appeal is not the office's to decide: it was opened to those who hear it.
 */
export async function caseForReview(tx: Tx, publicId: string, state: ApplicationState): Promise<Application> {
  const application = await lockApplication(tx.db, publicId);
  if (!application) throw notFound();
  const isTheOffices = isOfficer(tx) && state !== 'under-appeal';
  if (isTheOffices && !actsAt(tx, application.officeParty)) throw notFound();
  if (application.state !== state) throw new ApiError('wrong-state');
  const { personId } = tx.caller;
  if (!personId) throw new ApiError('not-permitted');
  requireAllowed(decideFourEyes(application, personId), 'same-person');
  return application;
}

/** Moves a case with its clock, and records the act. */
export async function moveCase(
  tx: Tx,
  application: Application,
  move: {
    to: ApplicationState;
    act: string;
    changes?: MoveChanges;
    reason?: string;
    detail?: Record<string, unknown>;
  },
): Promise<{ applicationId: string; state: ApplicationState }> {
  if (move.reason) await setReason(tx, move.reason);
  const due = dueAt(serviceOf(application), move.to, tx.deps.clock.business());
  await moveApplication(tx.db, application.id, move.to, { due_at: due ?? null, ...move.changes });
  await recordAudit(tx, {
    act: move.act,
    subjectKind: 'application',
    subjectId: application.publicId,
    applicationId: application.id,
    purpose: 'review',
    detail: { to: move.to, ...move.detail },
  });
  const { requested, due_at } = move.changes ?? {};
  await tellOfMove(tx, application, { to: move.to, due: due_at === null ? undefined : due, requested });
  await settleRenewal(tx, application.renewsPermit);
  return { applicationId: application.publicId, state: move.to };
}

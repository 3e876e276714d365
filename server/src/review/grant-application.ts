import type { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { caseKey } from '../applications/application-store.ts';
import { grantNoteColumn } from '../applications/case-words.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { markOfDraft } from '../print-orders/as-granted.ts';
import { caseForReview, moveCase } from './move-case.ts';
import { billPermitFee } from './permit-fee.ts';

/** The registrar grants: exactly the revision that they saw; the permit fee falls due, or nothing more is owed. */
export async function grantApplication(
  tx: Tx,
  input: InputOf<typeof reviewApi.grantApplication>,
): Promise<OutputOf<typeof reviewApi.grantApplication>> {
  const application = await caseForReview(tx, input.applicationId, 'with-registrar');
  if (application.revision !== input.revision) throw new ApiError('conflict', { detailCode: 'revision' });
  const at = tx.deps.clock.business().toISOString();
  const seen = { revision: application.revision, draftSha256: markOfDraft(application) };
  const decision = JSON.stringify({ kind: 'granted', ...seen, at });
  const note = grantNoteColumn(caseKey(tx.deps.keys, application), input.note);
  const changes = { decided_by: tx.caller.personId!, decision, ...note };
  const to = await billPermitFee(tx, application);
  return moveCase(tx, application, { to, act: 'application-granted', changes });
}

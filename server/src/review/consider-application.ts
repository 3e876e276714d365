import type { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { caseKey } from '../applications/application-store.ts';
import { considerationColumn, requestedColumns } from '../applications/case-words.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { caseForReview, moveCase } from './move-case.ts';

/** The assistant registrar considers and proposes; only the registrar decides. */
export async function considerApplication(
  tx: Tx,
  input: InputOf<typeof reviewApi.considerApplication>,
): Promise<OutputOf<typeof reviewApi.considerApplication>> {
  const application = await caseForReview(tx, input.applicationId, 'with-assistant-registrar');
  const key = caseKey(tx.deps.keys, application);
  const note = considerationColumn(key, input.note);
  if (input.proposal === 'return') {
    if (input.returned.length === 0) throw new ApiError('refused', { detailCode: 'name-what-is-missing' });
    const requested = requestedColumns(key, input.returned);
    return moveCase(tx, application, {
      to: 'needs-documents',
      act: 'application-returned',
      // The papers will be other ones: who checked the old ones may check these, and history keeps both.
      changes: { ...requested, ...note, checked_by: null },
      reason: 'consideration',
    });
  }
  const changes = { considered_by: tx.caller.personId!, proposal: input.proposal, ...note };
  const detail = { proposal: input.proposal };
  return moveCase(tx, application, { to: 'with-registrar', act: 'application-considered', changes, detail });
}

import type { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { caseKey } from '../applications/application-store.ts';
import { requestedColumns } from '../applications/case-words.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { caseForReview, moveCase } from './move-case.ts';

/** The assistant registrar considers and proposes; only the registrar decides. */
export async function considerApplication(
  tx: Tx,
  input: InputOf<typeof reviewApi.considerApplication>,
): Promise<OutputOf<typeof reviewApi.considerApplication>> {
  const application = await caseForReview(tx, input.applicationId, 'with-assistant-registrar');
  if (input.proposal === 'return') {
    if (input.returned.length === 0) throw new ApiError('refused', { detailCode: 'name-what-is-missing' });
    const requested = requestedColumns(caseKey(tx.deps.keys, application), input.returned);
    return moveCase(tx, application, {
      to: 'needs-documents',
      act: 'application-returned',
      // The papers will be other ones: who checked the old ones may check these, and history keeps both.
      changes: { ...requested, checked_by: null },
      reason: 'consideration',
    });
  }
  const changes = { considered_by: tx.caller.personId!, proposal: input.proposal };
  const detail = { proposal: input.proposal };
  return moveCase(tx, application, { to: 'with-registrar', act: 'application-considered', changes, detail });
}

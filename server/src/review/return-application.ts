import type { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { caseKey } from '../applications/application-store.ts';
import { considerationColumn, requestedColumns } from '../applications/case-words.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { caseForReview, moveCase } from './move-case.ts';

/** The registrar sends items back: the papers will be other ones, so they are checked and considered anew. */
export async function returnApplication(
  tx: Tx,
  input: InputOf<typeof reviewApi.returnApplication>,
): Promise<OutputOf<typeof reviewApi.returnApplication>> {
  const application = await caseForReview(tx, input.applicationId, 'with-registrar');
  if (application.revision !== input.revision) throw new ApiError('conflict', { detailCode: 'revision' });
  const key = caseKey(tx.deps.keys, application);
  const requested = { ...requestedColumns(key, input.returned), ...considerationColumn(key, undefined) };
  return moveCase(tx, application, {
    to: 'needs-documents',
    act: 'application-returned',
    changes: { ...requested, checked_by: null, considered_by: null, proposal: null },
    reason: 'decision',
  });
}

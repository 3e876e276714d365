import type { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { caseKey } from '../applications/application-store.ts';
import { requestedColumns } from '../applications/case-words.ts';
import { openCaseTo } from '../applications/open-case.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { caseForReview, moveCase } from './move-case.ts';

/** The contractor says whether the papers are complete; it decides nothing else. */
export async function checkDocuments(
  tx: Tx,
  input: InputOf<typeof reviewApi.checkDocuments>,
): Promise<OutputOf<typeof reviewApi.checkDocuments>> {
  const application = await caseForReview(tx, input.applicationId, 'in-document-check');
  if (!input.complete) {
    if (input.returned.length === 0) throw new ApiError('refused', { detailCode: 'name-what-is-missing' });
    const requested = requestedColumns(caseKey(tx.deps.keys, application), input.returned);
    return moveCase(tx, application, {
      to: 'needs-documents',
      act: 'documents-returned',
      changes: requested,
      reason: 'documents',
    });
  }
  const office = application.officeParty;
  if (!office) throw new ApiError('refused', { detailCode: 'no-office-has-jurisdiction' });
  await asJob(tx, () => openCaseTo(tx, application.id, { id: office }, 'act'));
  const changes = { checked_by: tx.caller.personId! };
  return moveCase(tx, application, { to: 'with-assistant-registrar', act: 'documents-checked', changes });
}

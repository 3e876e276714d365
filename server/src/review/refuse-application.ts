import type { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { caseKey } from '../applications/application-store.ts';
import { refusalColumns } from '../applications/case-words.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { caseForReview, moveCase } from './move-case.ts';

/** The registrar refuses, with a ground of the law and a text that the person can read and appeal against. */
export async function refuseApplication(
  tx: Tx,
  input: InputOf<typeof reviewApi.refuseApplication>,
): Promise<OutputOf<typeof reviewApi.refuseApplication>> {
  const application = await caseForReview(tx, input.applicationId, 'with-registrar');
  if (application.revision !== input.revision) throw new ApiError('conflict', { detailCode: 'revision' });
  const at = tx.deps.clock.business().toISOString();
  const decision = { ground: input.ground, text: input.text, at };
  const sealed = refusalColumns(caseKey(tx.deps.keys, application), decision);
  const changes = { decided_by: tx.caller.personId!, ...sealed };
  const detail = { ground: input.ground };
  return moveCase(tx, application, {
    to: 'refused',
    act: 'application-refused',
    changes,
    reason: input.ground,
    detail,
  });
}

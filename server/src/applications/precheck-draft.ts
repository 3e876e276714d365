import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { draftOf, findApplication } from './application-store.ts';
import { askRegisters } from '../old-permits/ask-registers.ts';
import { withDocuments } from './draft-documents.ts';
import { judgeDraft } from './judge-draft.ts';
import { openRequestsLike } from './open-requests.ts';
import { serviceOf } from './service-of.ts';

/** Shows before payment what an officer would send back. */
export async function precheckDraft(
  tx: Tx,
  input: InputOf<typeof filingApi.precheckDraft>,
): Promise<OutputOf<typeof filingApi.precheckDraft>> {
  const application = await findApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  const draft = await withDocuments(tx.db, application.id, draftOf(tx.deps.keys, application));
  const service = serviceOf(application);
  const { findings, missingDocuments, fees } = judgeDraft(service, draft, {
    now: tx.deps.clock.business(),
    openRequests: await openRequestsLike(tx, application, draft),
    registers: await askRegisters(tx, service, draft),
  });
  return { findings, missingDocuments, fees: fees.map(({ kind, amountSatang }) => ({ kind, amountSatang })) };
}

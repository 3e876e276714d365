import { applyAnswer } from '@permit/domain/lifecycle/apply-answer.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { draftOf, findApplication } from './application-store.ts';
import { attemptToFileBy, countedFilingOf } from './counted-filing.ts';
import { judgeAnswer } from './judge-answer.ts';
import { withTrueFiler } from './true-filer.ts';

/**
 * Shows before payment what an officer would send back; of a case that was sent back, what they would find after the
 * answer, so that the filer learns which of their reasons still stand and which are wanted anew. With the code of an "I
 * tried", as if it had been filed then.
 */
export async function precheckDraft(
  tx: Tx,
  input: InputOf<typeof filingApi.precheckDraft>,
): Promise<OutputOf<typeof filingApi.precheckDraft>> {
  const application = await findApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  const items = application.requested.map(({ item }) => item);
  const answered = applyAnswer(draftOf(tx.deps.keys, application), input.fields, items);
  const isDraft = application.state === 'draft';
  const draft = isDraft ? withTrueFiler(tx, answered.draft, application.filedByParty) : answered.draft;
  if (input.attemptCode !== undefined && !isDraft) throw new ApiError('wrong-state');
  const tried = await attemptToFileBy(tx, application.serviceCode, input.attemptCode);
  const counted = tried ?? application.counted;
  const { findings, judgement } = await judgeAnswer(tx, application, draft, { counted });
  const { missingDocuments, fees } = judgement;
  return {
    ...(await countedFilingOf(tx, counted)),
    findings: [...findings],
    missingDocuments,
    fees: fees.map(({ kind, amountSatang }) => ({ kind, amountSatang })),
  };
}

import { applyAnswer } from '@permit/domain/lifecycle/apply-answer.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { draftOf, findApplication } from './application-store.ts';
import { judgeAnswer } from './judge-answer.ts';
import { withTrueFiler } from './true-filer.ts';

/**
 * Shows before payment what an officer would send back; of a case that was sent back, what they would find after the
 * answer, so that the filer learns which of their reasons still stand and which are wanted anew.
 */
export async function precheckDraft(
  tx: Tx,
  input: InputOf<typeof filingApi.precheckDraft>,
): Promise<OutputOf<typeof filingApi.precheckDraft>> {
  const application = await findApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  const items = application.requested.map(({ item }) => item);
  const answered = applyAnswer(draftOf(tx.deps.keys, application), input.fields, items);
  const draft =
    application.state === 'draft'
      ? withTrueFiler(tx, answered.draft, application.filedByParty)
      : answered.draft;
  const { findings, judgement } = await judgeAnswer(tx, application, draft);
  const { missingDocuments, fees } = judgement;
  return {
    findings: [...findings],
    missingDocuments,
    fees: fees.map(({ kind, amountSatang }) => ({ kind, amountSatang })),
  };
}

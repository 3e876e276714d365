import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { applyAnswer } from '@permit/domain/lifecycle/apply-answer.ts';
import { isInside } from '@permit/domain/lifecycle/item-paths.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { keepCitations } from '../dossier/case-dossier.ts';
import { ApiError, notFound } from '../errors.ts';
import { keepAnswer } from '../old-permits/registers-of.ts';
import { findRenewedPermit } from '../permits/find-renewed-permit.ts';
import { settleRenewal } from '../permits/settle-renewal.ts';
import { caseKey, draftOf, lockApplication, moveApplication } from './application-store.ts';
import { answerColumn, findingColumns } from './case-words.ts';
import { dueAt } from './clock-of.ts';
import { indexWorker } from './index-worker.ts';
import { judgeAnswer, refuseUnexplained } from './judge-answer.ts';
import { saveDraft } from './save-draft.ts';
import { serviceOf } from './service-of.ts';
import { filerKept } from './true-filer.ts';

/** Answers what was sent back. Only fields that were named are open; anything else is refused by its name. */
export async function answerRequest(
  tx: Tx,
  input: InputOf<typeof filingApi.answerRequest>,
): Promise<OutputOf<typeof filingApi.answerRequest>> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  if (application.state !== 'needs-documents') throw new ApiError('wrong-state');
  const items = application.requested.map(({ item }) => item);
  const before = draftOf(tx.deps.keys, application);
  const { draft: answered, closed } = applyAnswer(before, input.fields, items);
  const filedBy = application.filedByParty;
  // What nobody answered stays as it was judged; who files is never answered.
  const draft = input.fields.filerKind ? filerKept(tx, filedBy, { before, draft: answered }) : answered;
  if (closed.length > 0)
    throw new ApiError('refused', {
      detailCode: 'item-not-open',
      fields: closed.map((path) => ({ path, code: 'item-not-open' })),
    });
  if (Object.keys(input.fields).length > 0) {
    await saveDraft(tx, application, draft);
    await indexWorker(tx, application, draft);
  }
  const service = serviceOf(application);
  const { findings, registers, judgement } = await judgeAnswer(tx, application, draft, {
    overrules: input.overrules,
  });
  refuseUnexplained(findings, (path) => isInside(path, items));
  const sameNumber = draft.oldPermit?.number === before.oldPermit?.number;
  await keepAnswer(tx, application.id, registers, sameNumber);
  keepCitations(tx, application.id, judgement.citations);
  const key = caseKey(tx.deps.keys, application);
  await tx.db('applications').where('id', application.id).update(findingColumns(key, findings));
  const due = dueAt(service, 'in-document-check', tx.deps.clock.business());
  // A number that was sent back may be right only now; a permit that was proved stays the one.
  const renews = application.renewsPermit ?? (await findRenewedPermit(tx, service, draft));
  const cleared = { requested: '[]', requested_sealed: null, renews_permit: renews ?? null };
  const note = answerColumn(key, input.note);
  await moveApplication(tx.db, application.id, 'in-document-check', {
    due_at: due ?? null,
    ...cleared,
    ...note,
  });
  await settleRenewal(tx, renews);
  const fact = { act: 'request-answered', subjectKind: 'application', subjectId: application.publicId };
  await recordAudit(tx, {
    ...fact,
    applicationId: application.id,
    purpose: 'filing',
    detail: { fields: Object.keys(input.fields) },
  });
  return { state: 'in-document-check' };
}

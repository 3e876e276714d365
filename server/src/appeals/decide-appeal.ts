import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { stagesDue } from '@permit/domain/catalogue/appeal-stages.ts';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { appealsApi } from '@permit/domain/contract/appeals-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { caseKey, lockApplication, type Application } from '../applications/application-store.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { queueMessage } from '../messages/queue-message.ts';
import {
  findPermitOrder,
  newestOrderOfCase,
  type PermitOrderRow,
} from '../permit-orders/permit-order-store.ts';
import { settleOrder } from '../permit-orders/settle-order.ts';
import { markOfDraft } from '../print-orders/as-granted.ts';
import { caseForReview, moveCase } from '../review/move-case.ts';
import { billPermitFee } from '../review/permit-fee.ts';
import { sealWords } from '../vault/sealed-words.ts';
import { appealOfCase, appealService, describeAppeal, doneStages, type AppealRow } from './appeal-store.ts';

/** The minister's office decides: another person than anybody who worked on the case, refused it or gave the order. */
export async function decideAppeal(
  tx: Tx,
  input: InputOf<typeof appealsApi.decideAppeal>,
): Promise<OutputOf<typeof appealsApi.decideAppeal>> {
  const { application, appeal, order } = await appealForDecision(tx, input.applicationId);
  const person = tx.caller.personId!;
  await tx
    .db('appeals')
    .where('id', appeal.id)
    .update({
      outcome: input.outcome,
      reason_sealed: sealWords(caseKey(tx.deps.keys, application), input.reason),
      decided_by: person,
      decided_at: tx.deps.clock.business(),
    });
  if (input.outcome === 'upheld') {
    const key = `appeal:${appeal.id}:upheld`;
    await queueMessage(tx, { event: 'appeal-upheld', key, to: { case: application.id }, values: {} });
  }
  if (order) {
    const { state: permitState } = await settleOrder(tx, { order, appeal, outcome: input.outcome });
    return { applicationId: application.publicId, state: application.state, permitState };
  }
  const act = {
    act: 'appeal-decided',
    reason: `appeal-${input.outcome}`,
    detail: { outcome: input.outcome },
  };
  if (input.outcome === 'upheld')
    // The refusal stands for good: no term runs any more.
    return moveCase(tx, application, { ...act, to: 'refused', changes: { due_at: null } });
  const to = await billPermitFee(tx, application);
  const at = tx.deps.clock.business().toISOString();
  const decision = JSON.stringify({
    kind: 'granted',
    revision: application.revision,
    draftSha256: markOfDraft(application),
    at,
    onAppeal: true,
  });
  return moveCase(tx, application, { ...act, to, changes: { decided_by: person, decision } });
}

interface OpenAppeal {
  readonly application: Application;
  readonly appeal: AppealRow;
  /** Where not the refusal of the case is appealed. */
  readonly order?: PermitOrderRow;
}

async function appealForDecision(tx: Tx, applicationId: string): Promise<OpenAppeal> {
  const order = await newestOrderOfCase(tx, applicationId);
  if (order) return orderForDecision(tx, applicationId, order);
  const application = await caseForReview(tx, applicationId, 'under-appeal');
  if (application.decidedBy === tx.caller.personId) throw new ApiError('same-person');
  const appeal = await appealOfCase(tx, applicationId);
  if (!appeal || appeal.outcome) throw notFound();
  return { application, appeal };
}

/** The case of an order does not wait for anybody, so the order is what is locked and looked at. */
async function orderForDecision(tx: Tx, applicationId: string, order: PermitOrderRow): Promise<OpenAppeal> {
  const application = await lockApplication(tx.db, applicationId);
  const appeal = await appealOfCase(tx, applicationId);
  if (!application || appeal?.order_id !== order.id) throw notFound();
  const now = await findPermitOrder(tx, order.public_id);
  if (now?.state !== 'under-appeal' || appeal.outcome) throw new ApiError('wrong-state');
  const concerned = [order.ordered_by, order.worker_person, appeal.filed_by, await askerOf(tx, order)];
  if (concerned.includes(tx.caller.personId)) throw new ApiError('same-person');
  return { application, appeal, order: now };
}

async function askerOf(tx: Tx, { end_request_id }: PermitOrderRow): Promise<string | undefined> {
  if (!end_request_id) return undefined;
  const row = await tx
    .db('permit_end_requests')
    .where('id', end_request_id)
    .first<{ asked_by: string } | undefined>('asked_by');
  return row?.asked_by;
}

/** A stage before the decision is done: written once, in its order, on a day that is not to come. */
export async function recordAppealStage(
  tx: Tx,
  input: InputOf<typeof appealsApi.recordAppealStage>,
): Promise<OutputOf<typeof appealsApi.recordAppealStage>> {
  const { application, appeal } = await appealForDecision(tx, input.applicationId);
  const done = await doneStages(tx, appeal);
  const stages = stagesDue(await appealService(tx), calendarDate(appeal.known_on), done);
  // The decision is the last stage and has an act of its own; the filing is done from the start.
  const next = stages.slice(0, -1).find(({ code }) => !done[code]);
  if (next?.code !== input.stage) throw new ApiError('refused', { detailCode: 'stage-not-next' });
  if (input.doneOn > bangkokDate(tx.deps.clock.business()))
    throw new ApiError('refused', { detailCode: 'known-in-the-future' });
  await tx.db('appeal_steps').insert({
    appeal_id: appeal.id,
    application_id: application.id,
    stage: input.stage,
    done_on: input.doneOn,
    done_by: tx.caller.personId!,
  });
  const fact = { act: 'appeal-stage-done', subjectKind: 'appeal', subjectId: appeal.public_id };
  const detail = { stage: input.stage };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'appeal', detail });
  return describeAppeal(tx, appeal);
}

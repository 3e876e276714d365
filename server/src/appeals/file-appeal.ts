import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { calendarDate, type CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { stagesDue } from '@permit/domain/catalogue/appeal-stages.ts';
import type { appealsApi } from '@permit/domain/contract/appeals-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { decideAppealFiling } from '@permit/domain/lifecycle/decide-appeal-filing.ts';
import { caseKey, lockApplication, type Application } from '../applications/application-store.ts';
import { openCaseTo } from '../applications/open-case.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { newestOrderOfCase, type PermitOrderRow } from '../permit-orders/permit-order-store.ts';
import { moveCase } from '../review/move-case.ts';
import { sealJson } from '../vault/person-vault.ts';
import { appealOfCase, appealService, describeAppeal } from './appeal-store.ts';

type Input = InputOf<typeof appealsApi.fileAppeal>;

/** The party that hears appeals; the minister's office acts for it. */
const APPEALS_PARTY = 'APPEALS';

/** Receives an appeal against the refusal of a case or the order that ended its permit, in time or marked late. */
export async function fileAppeal(tx: Tx, input: Input): Promise<OutputOf<typeof appealsApi.fileAppeal>> {
  const application = await lockApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  const order = await newestOrderOfCase(tx, input.applicationId);
  if (order) return appealOrder(tx, { application, order, input });
  const before = await appealOfCase(tx, input.applicationId);
  if (application.state !== 'refused') throw new ApiError('wrong-state');
  const { decidedBy } = application;
  if (!decidedBy) throw new ApiError('wrong-state');
  const late = await isLate(tx, input, {
    refusedOn: application.decision?.at ? bangkokDate(application.decision.at) : undefined,
    appealedBefore: before !== undefined,
  });
  await insertAppeal(tx, application, { ...input, late, refusedBy: decidedBy });
  const detail = { late };
  await moveCase(tx, application, { to: 'under-appeal', act: 'appeal-filed', reason: 'appeal', detail });
  return rebuildAppeal(tx, input.applicationId);
}

/** Whether it is late; refused where it cannot be received. */
async function isLate(
  tx: Tx,
  { knownOn }: Input,
  decided: { refusedOn: CalendarDate | undefined; appealedBefore: boolean },
): Promise<boolean> {
  const today = bangkokDate(tx.deps.clock.business());
  const filing = { ...decided, knownOn: calendarDate(knownOn), today };
  const answer = decideAppealFiling(await appealService(tx), filing);
  if (!answer.allowed) throw new ApiError('refused', { detailCode: answer.code });
  return answer.late;
}

/** Against an order the case itself stays as it is: the order waits for its decision, under the term of the last stage. */
async function appealOrder(
  tx: Tx,
  { application, order, input }: { application: Application; order: PermitOrderRow; input: Input },
): Promise<OutputOf<typeof appealsApi.fileAppeal>> {
  if (order.state === 'set-aside') throw new ApiError('wrong-state');
  const refusedOn = bangkokDate(order.ordered_at);
  const late = await isLate(tx, input, { refusedOn, appealedBefore: order.state !== 'issued' });
  await insertAppeal(tx, application, { ...input, late, refusedBy: order.ordered_by, orderId: order.id });
  const done = { filed: bangkokDate(tx.deps.clock.business()) };
  const last = stagesDue(await appealService(tx), calendarDate(input.knownOn), done).at(-1);
  await setReason(tx, 'appeal');
  // Who appeals may read an order and not change it.
  const moved = await asJob(tx, () =>
    tx
      .db('permit_orders')
      .where({ id: order.id, state: 'issued' })
      .update({
        state: 'under-appeal',
        state_since: tx.db.raw('clock_timestamp()'),
        due_at: last ? bangkokInstant(last.due, '23:59') : null,
      }),
  );
  if (moved === 0) throw new ApiError('refused', { detailCode: 'appealed-already' });
  await setReason(tx, '');
  const fact = { act: 'appeal-filed', subjectKind: 'permit-order', subjectId: order.public_id };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'appeal', detail: { late } });
  return rebuildAppeal(tx, input.applicationId);
}

async function insertAppeal(
  tx: Tx,
  application: Application,
  filing: Input & { late: boolean; refusedBy: string; orderId?: string },
): Promise<void> {
  await tx.db('appeals').insert({
    id: newId(),
    public_id: newPublicId(),
    application_id: application.id,
    filed_by: tx.caller.personId!,
    filed_at: tx.deps.clock.business(),
    known_on: filing.knownOn,
    late: filing.late,
    grounds_sealed: sealJson(caseKey(tx.deps.keys, application), 'appeal', filing.grounds),
    refused_by: filing.refusedBy,
    order_id: filing.orderId ?? null,
  });
  await asJob(tx, () => openCaseTo(tx, application.id, { code: APPEALS_PARTY }, 'act'));
}

/** The appeal as it stands; also built again for a repeated key. */
export async function rebuildAppeal(
  tx: Tx,
  applicationPublicId: string,
): Promise<OutputOf<typeof appealsApi.fileAppeal>> {
  const row = await appealOfCase(tx, applicationPublicId);
  if (!row) throw notFound();
  return describeAppeal(tx, row);
}

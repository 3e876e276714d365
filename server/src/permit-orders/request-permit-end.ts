import { bangkokDate, bangkokInstant } from '@permit/domain/calendar/bangkok-time.ts';
import { holidayDates } from '@permit/domain/calendar/holidays.ts';
import { dueDate } from '@permit/domain/calendar/legal-clock.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitOrdersApi } from '@permit/domain/contract/permit-orders-api.ts';
import { caseKey, lockApplicationById, type Application } from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { delegationFor } from '../delegations/case-access-of-agent.ts';
import { ApiError, notFound } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { findNotice } from '../notices/notice-store.ts';
import { IN_FORCE, permitOf } from '../permits/permits-in-force.ts';
import { sealWords } from '../vault/sealed-words.ts';
import { orderService } from './issue-permit-order.ts';
import { rebuildPermitEnd } from './permit-end-store.ts';

type Input = InputOf<typeof permitOrdersApi.requestPermitEnd>;
type Output = OutputOf<typeof permitOrdersApi.requestPermitEnd>;

/**
 * Holder or employer asks to end a permit; the registrar decides, and nothing ends before. All of the case are told at
 * once, so that nobody's permit is asked away behind their back.
 */
export async function requestPermitEnd(tx: Tx, input: Input): Promise<Output> {
  const permit = await permitOf(tx, input.permitId, false);
  if (!IN_FORCE.includes(permit.state)) throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
  const application = await lockApplicationById(tx.db, permit.application_id);
  if (!application) throw notFound();
  const open = await tx.db('permit_end_requests').where({ permit_id: permit.id, state: 'asked' }).first('id');
  if (open) throw new ApiError('wrong-state', { detailCode: 'permit-end-asked-already' });
  const service = await orderService(tx);
  if (tx.caller.role === 'agent') await requirePower(tx, application, service);
  const side = sideOf(tx, input);
  const row = { id: newId(), public_id: newPublicId() };
  await tx.db('permit_end_requests').insert({
    ...row,
    permit_id: permit.id,
    application_id: application.id,
    state: 'asked',
    due_at: decideBy(tx, service),
    catalogue_version: String(service.version),
    side,
    notice_id: await exitNotice(tx, input.noticeId, permit.id),
    words_sealed: sealWords(caseKey(tx.deps.keys, application), input.words),
    asked_by: tx.caller.personId!,
    asked_at: tx.deps.clock.business(),
  });
  const fact = { act: 'permit-end-asked', subjectKind: 'permit', subjectId: permit.public_id };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: 'permit-end', detail: { side } });
  const to = { case: application.id };
  await queueMessage(tx, { event: 'permit-end-asked', key: `permit-end:${row.id}:asked`, to, values: {} });
  return rebuildPermitEnd(tx, row.public_id);
}

/** A worker and an employer ask for themselves; who asks for another says for whom. */
function sideOf(tx: Tx, { side }: Input): 'holder' | 'employer' {
  const own = { worker: 'holder', employer: 'employer' } as const;
  const role = tx.caller.role;
  const asked = role === 'worker' || role === 'employer' ? own[role] : side;
  if (!asked || (side && side !== asked)) throw new ApiError('invalid-input', { detailCode: 'side-wanted' });
  return asked;
}

/** The service names the act that a power of attorney must cover. */
async function requirePower(tx: Tx, application: Application, service: ServiceDefinition): Promise<void> {
  const { principal_party, filed_by_party } = await tx
    .db('applications')
    .where('id', application.id)
    .first<{ principal_party: string | null; filed_by_party: string }>('principal_party', 'filed_by_party');
  const act = service.attorneyAct;
  const from = principal_party ?? filed_by_party;
  if (!(await delegationFor(tx, { from, to: actingParty(tx), act })))
    throw new ApiError('refused', { detailCode: 'no-delegation' });
}

const LEFT = ['exit', 'refusal'];

/** The notice that it rests on: one that the caller sees, and that says that this permit's holder has left. */
async function exitNotice(tx: Tx, publicId: string | undefined, permitId: string): Promise<string | null> {
  if (!publicId) return null;
  const notice = await findNotice(tx.db, publicId);
  if (!notice) throw notFound();
  const named = await asJob(tx, () =>
    tx.db('notice_workers').where({ notice_id: notice.id, permit_id: permitId }).first('id'),
  );
  if (!named || !LEFT.includes(notice.act ?? ''))
    throw new ApiError('refused', { detailCode: 'notice-says-no-exit' });
  return notice.id;
}

function decideBy(tx: Tx, service: ServiceDefinition): Date | null {
  const clock = service.clocks['decision'];
  if (!clock) return null;
  return bangkokInstant(dueDate(clock, bangkokDate(tx.deps.clock.business()), holidayDates()), '23:59');
}

import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { lockApplicationById } from '../applications/application-store.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { actingParty } from '../http/acting-party.ts';
import { newId, newPublicId } from '../ids.ts';
import { sealWordsOf } from '../people/words-of-people.ts';
import { nextStatusIndex, permitQr, workerOnQr } from '../permits/permit-qr.ts';
import { IN_FORCE, permitOf, type PermitRow } from '../permits/permits-in-force.ts';
import { voidCards } from '../permits/void-cards.ts';

type Reprint = OutputOf<typeof permitsApi.requestReprint>;

interface RequestRow {
  id: string;
  public_id: string;
  permit_id: string;
  application_id: string;
  centre_party: string;
  asked_by: string;
  granted_by: string | null;
}

/** The counter asks for another card of a permit in force that has one; nothing is void yet. */
export async function requestReprint(
  tx: Tx,
  { permitId, reason }: InputOf<typeof permitsApi.requestReprint>,
): Promise<Reprint> {
  const permit = await permitOf(tx, permitId);
  const centre = actingParty(tx);
  await requireReplaceable(tx, permit);
  const publicId = newPublicId();
  await tx.db('reprint_requests').insert({
    id: newId(),
    public_id: publicId,
    permit_id: permit.id,
    application_id: permit.application_id,
    centre_party: centre,
    reason_sealed: await sealWordsOf(tx, permit.worker_person, reason),
    asked_by: tx.caller.personId!,
  });
  await audit(tx, permit, 'reprint-asked', publicId);
  return describeReprint(tx, publicId);
}

async function requireReplaceable(tx: Tx, permit: PermitRow): Promise<void> {
  const refuse = (detailCode: string) => new ApiError('wrong-state', { detailCode });
  if (!IN_FORCE.includes(permit.state)) throw refuse('permit-ended');
  const ofPermit = { permit_id: permit.id };
  const asked = await tx.db('reprint_requests').where(ofPermit).whereNull('granted_by').first('id');
  if (asked) throw refuse('reprint-asked-already');
  const running = tx.db('print_orders').where(ofPermit);
  if (await running.whereNotIn('state', ['passed', 'spoiled', 'cancelled']).first('id'))
    throw refuse('card-in-production');
  const card = tx.db('cards').where(ofPermit);
  if (!(await card.whereIn('state', ['ready', 'returned', 'handed-over']).first('id')))
    throw refuse('no-card-to-replace');
}

/** Another person grants it: card and code of before are void, and the order of the next number opens. */
export async function grantReprint(
  tx: Tx,
  { reprintId }: InputOf<typeof permitsApi.grantReprint>,
): Promise<Reprint> {
  const visible = await tx.db('reprint_requests').where('public_id', reprintId).first('id');
  if (!visible) throw notFound();
  await grantOpenReprint(tx, reprintId);
  return describeReprint(tx, reprintId);
}

/** The same for who need not see the request: an appeal that was allowed. Not to be called within asJob. */
export async function grantOpenReprint(tx: Tx, reprintId: string): Promise<void> {
  await asJob(tx, () => grant(tx, reprintId));
  tx.ring('render-card');
}

async function grant(tx: Tx, reprintId: string): Promise<void> {
  const request = await tx
    .db('reprint_requests')
    .where('public_id', reprintId)
    .forUpdate()
    .first<RequestRow>();
  if (request.granted_by) throw new ApiError('wrong-state');
  if (request.asked_by === tx.caller.personId) throw new ApiError('same-person');
  const permit = await tx.db('permits').where('id', request.permit_id).forUpdate().first<PermitRow>();
  if (!IN_FORCE.includes(permit.state)) throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
  await setReason(tx, 'reprint-granted');
  await voidCards(tx, permit.id);
  await replaceCode(tx, permit, request.id);
  const orderId = await openNextOrder(tx, permit, request);
  await tx
    .db('reprint_requests')
    .where('id', request.id)
    .update({
      granted_by: tx.caller.personId,
      granted_at: tx.db.raw('clock_timestamp()'),
      print_order_id: orderId,
    });
  await audit(tx, permit, 'reprint-granted', reprintId);
}

/** The old code is listed as replaced; the new card carries one of its own. */
async function replaceCode(tx: Tx, permit: PermitRow, requestId: string): Promise<void> {
  await tx
    .db('replaced_codes')
    .insert({ status_index: permit.status_index, permit_id: permit.id, reprint_request_id: requestId });
  const application = await lockApplicationById(tx.db, permit.application_id);
  if (!application) throw notFound();
  const statusIndex = await nextStatusIndex(tx);
  const qr = await permitQr(tx.deps.keys, {
    publicId: permit.public_id,
    kind: 'card',
    statusIndex,
    category: permit.category,
    period: { from: calendarDate(permit.valid_from), to: calendarDate(permit.valid_to) },
    ...(await workerOnQr(tx, application)),
    issuedAt: tx.deps.clock.business(),
  });
  await tx.db('permits').where('id', permit.id).update({ status_index: statusIndex, qr });
}

async function openNextOrder(tx: Tx, permit: PermitRow, request: RequestRow): Promise<string> {
  const { max } = (await tx
    .db('print_orders')
    .where({ permit_id: permit.id, revision: permit.revision })
    .max('reprint_no as max')
    .first()) as { max: number | null };
  const id = newId();
  await tx.db('print_orders').insert({
    id,
    public_id: newPublicId(),
    permit_id: permit.id,
    application_id: permit.application_id,
    centre_party: request.centre_party,
    state: 'queued',
    revision: permit.revision,
    reprint_no: (max ?? 0) + 1,
    asked_by: request.asked_by,
    granted_by: tx.caller.personId,
  });
  return id;
}

/** A request as it stands; also built again for a repeated key. */
export async function describeReprint(tx: Tx, publicId: string): Promise<Reprint> {
  const row = await tx
    .db('reprint_requests as r')
    .join('permits as m', 'm.id', 'r.permit_id')
    .leftJoin('print_orders as o', 'o.id', 'r.print_order_id')
    .where('r.public_id', publicId)
    .first<{ permit: string; granted_by: string | null; print_order: string | null } | undefined>(
      'm.public_id as permit',
      'r.granted_by',
      'o.public_id as print_order',
    );
  if (!row) throw notFound();
  return {
    reprintId: publicId,
    permitId: row.permit,
    state: row.granted_by ? 'granted' : 'asked',
    ...(row.print_order ? { printOrderId: row.print_order } : {}),
  };
}

async function audit(tx: Tx, permit: PermitRow, act: string, reprintId: string): Promise<void> {
  const fact = { act, subjectKind: 'permit', subjectId: permit.public_id, purpose: 'reprint' };
  await recordAudit(tx, { ...fact, applicationId: permit.application_id, detail: { reprintId } });
}

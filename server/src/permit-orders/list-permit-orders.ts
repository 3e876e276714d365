import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitOrdersApi } from '@permit/domain/contract/permit-orders-api.ts';
import { draftOf, findApplicationById } from '../applications/application-store.ts';
import { displayName, workerRecordOf } from '../applications/worker-record.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { actsAt } from '../http/acting-party.ts';
import type { PermitRow } from '../permits/permits-in-force.ts';
import { orderService } from './issue-permit-order.ts';
import { describePermitEnd, permitEndQuery, selectPermitEnds } from './permit-end-store.ts';
import { describePermitOrder, permitOrderQuery, selectPermitOrders } from './permit-order-store.ts';

type Api = typeof permitOrdersApi;

/** A permit of the caller's own office by its printed number, with whose it is: what an order would end. */
export async function findPermit(
  tx: Tx,
  { permitNo }: InputOf<Api['findPermit']>,
): Promise<OutputOf<Api['findPermit']>> {
  const permit = await tx.db('permits').where('permit_no', permitNo).first<PermitRow | undefined>();
  const application = permit && (await findApplicationById(tx.db, permit.application_id));
  if (!permit || !application || !actsAt(tx, application.officeParty)) throw notFound();
  if (!application.workerKeyWrapped) throw new ApiError('erased');
  const fact = { act: 'permit-read', subjectKind: 'permit', subjectId: permit.public_id };
  await recordAudit(tx, { ...fact, applicationId: application.id, purpose: tx.caller.role });
  const orders = permitOrderQuery(tx).where('o.permit_id', permit.id).orderBy('o.ordered_at', 'desc');
  return {
    permitId: permit.public_id,
    permitNo: permit.permit_no,
    applicationId: application.publicId,
    state: permit.state,
    validFrom: permit.valid_from,
    validTo: permit.valid_to,
    category: permit.category,
    holder: displayName(workerRecordOf(draftOf(tx.deps.keys, application)).names),
    orders: (await selectPermitOrders(orders as never)).map((row) => describePermitOrder(tx, row)),
  };
}

/** Orders within the caller's reach, newest first. */
export async function listPermitOrders(
  tx: Tx,
  { applicationId, limit }: InputOf<Api['listPermitOrders']>,
): Promise<OutputOf<Api['listPermitOrders']>> {
  const query = permitOrderQuery(tx).orderBy('o.ordered_at', 'desc').orderBy('o.id', 'desc').limit(limit);
  if (applicationId) query.where('a.public_id', applicationId);
  const rows = await selectPermitOrders(query as never);
  await recordListed(tx, 'permit-orders-listed', rows);
  return { orders: rows.map((row) => describePermitOrder(tx, row)) };
}

/** Requests within the caller's reach: those that wait first, then the newest. */
export async function listPermitEnds(
  tx: Tx,
  { applicationId, state, limit }: InputOf<Api['listPermitEnds']>,
): Promise<OutputOf<Api['listPermitEnds']>> {
  const query = permitEndQuery(tx).orderByRaw(`(r.state = 'asked') DESC, r.asked_at DESC, r.id`).limit(limit);
  if (applicationId) query.where('a.public_id', applicationId);
  if (state) query.where('r.state', state);
  const rows = await selectPermitEnds(query as never);
  await recordListed(tx, 'permit-ends-listed', rows);
  return { requests: rows.map((row) => describePermitEnd(tx, row)) };
}

/** Grounds with how sure each is, so that the registrar sees what no law was read for. */
export async function listOrderGrounds(tx: Tx): Promise<OutputOf<Api['listOrderGrounds']>> {
  const { grounds = [] } = await orderService(tx);
  return {
    grounds: grounds.map(({ code, endsAs, section, names, certainty, source }) => ({
      ...{ code, endsAs, th: names.th, en: names.en, certainty, source },
      ...(section ? { section } : {}),
    })),
  };
}

/** Words about people are read with them: who read which is on record (promises.md I12). */
async function recordListed(tx: Tx, act: string, rows: readonly { public_id: string }[]): Promise<void> {
  if (rows.length === 0) return;
  const detail = { records: rows.map(({ public_id }) => public_id) };
  const fact = { act, subjectKind: 'list', subjectId: tx.requestId };
  await recordAudit(tx, { ...fact, purpose: tx.caller.role, detail });
}

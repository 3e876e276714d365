import type { officesApi } from '@permit/domain/contract/offices-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { holderOf } from '../accounts/account-holder.ts';
import { findAccountById, findAccountByPublicId, rolesOf } from '../accounts/account-store.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { sealWordsOf } from '../people/words-of-people.ts';
import { newId, newPublicId } from '../ids.ts';
import { actsAt } from '../http/acting-party.ts';

/** A head of office orders for their own office only; the administrator enters any. */
const mayOrder = (tx: Tx, officeParty: string) =>
  tx.caller.role === 'administrator' || actsAt(tx, officeParty);

/** Enters a written order. Who enters it cannot be named in it, whatever account they hold. */
export function createActingOrder(
  tx: Tx,
  input: InputOf<typeof officesApi.createActingOrder>,
): Promise<OutputOf<typeof officesApi.createActingOrder>> {
  return asJob(tx, async () => {
    const office = await tx
      .db('parties')
      .where({ public_id: input.officeId, kind: 'office' })
      .first<{ id: string } | undefined>('id');
    if (!office || !mayOrder(tx, office.id)) throw notFound();
    if (new Date(input.validFrom) >= new Date(input.validUntil))
      throw new ApiError('refused', { detailCode: 'order-dates' });
    const ids = { id: newId(), publicId: newPublicId() };
    await tx.db('acting_orders').insert({
      id: ids.id,
      public_id: ids.publicId,
      order_no: input.orderNo,
      office_party: office.id,
      role: input.role,
      valid_from: input.validFrom,
      valid_until: input.validUntil,
      entered_by: tx.caller.personId,
    });
    for (const person of new Set(input.persons)) await namePerson(tx, ids.id, person);
    const detail = { orderNo: input.orderNo, persons: input.persons };
    await audit(tx, 'acting-order-entered', ids.publicId, detail);
    return { orderId: ids.publicId };
  });
}

/** Only officers of the Department act as registrars: never contractor staff, never an applicant. */
async function namePerson(tx: Tx, orderId: string, accountPublicId: string): Promise<void> {
  const account = await findAccountByPublicId(tx.db, accountPublicId);
  const roles = account && !account.disabled ? await rolesOf(tx.db, account.id) : [];
  if (!account || !roles.some(({ role }) => OFFICER_ROLES.includes(role))) throw notFound();
  if (account.personId === tx.caller.personId) throw new ApiError('same-person');
  await tx.db('acting_persons').insert({ order_id: orderId, account_id: account.id });
}

const OFFICER_ROLES: readonly string[] = ['registrar', 'assistant-registrar', 'head-of-office', 'inspector'];

export async function revokeActingOrder(
  tx: Tx,
  input: InputOf<typeof officesApi.revokeActingOrder>,
): Promise<Record<string, never>> {
  const reason = await sealWordsOf(tx, tx.caller.personId!, input.reason);
  return asJob(tx, async () => {
    const order = await tx
      .db('acting_orders')
      .where('public_id', input.orderId)
      .forUpdate()
      .first<{ id: string; office_party: string; revoked_at: Date | null } | undefined>();
    if (!order || !mayOrder(tx, order.office_party)) throw notFound();
    if (order.revoked_at) throw new ApiError('wrong-state');
    await tx
      .db('acting_orders')
      .where('id', order.id)
      .update({ revoked_at: tx.db.raw('clock_timestamp()'), revoked_reason_sealed: reason });
    await audit(tx, 'acting-order-revoked', input.orderId, {});
    return {};
  });
}

interface OrderRow {
  id: string;
  public_id: string;
  order_no: string;
  office_public: string;
  name_th: string | null;
  role: 'registrar' | 'assistant-registrar';
  valid_from: Date;
  valid_until: Date;
  revoked_at: Date | null;
  accounts: string[];
}

export function listActingOrders(tx: Tx): Promise<OutputOf<typeof officesApi.listActingOrders>> {
  return asJob(tx, async () => {
    const query = tx
      .db('acting_orders as o')
      .join('parties as p', 'p.id', 'o.office_party')
      .orderBy('o.id', 'desc')
      .limit(200);
    if (tx.caller.role !== 'administrator') query.whereIn('o.office_party', [...tx.caller.partyIds]);
    const rows = await query.select<OrderRow[]>(
      'o.*',
      'p.public_id as office_public',
      'p.name_th',
      tx.db.raw('ARRAY(SELECT account_id::text FROM acting_persons a WHERE a.order_id = o.id) AS accounts'),
    );
    const orders = [];
    for (const row of rows) orders.push(await describeOrder(tx, row));
    return { orders };
  });
}

async function describeOrder(tx: Tx, row: OrderRow) {
  const persons = [];
  for (const id of row.accounts) {
    const account = (await findAccountById(tx.db, id))!;
    persons.push({ accountId: account.publicId, displayName: holderOf(tx.deps.keys, account).displayName });
  }
  return {
    orderId: row.public_id,
    orderNo: row.order_no,
    officeId: row.office_public,
    officeName: row.name_th ?? '',
    role: row.role,
    validFrom: row.valid_from.toISOString(),
    validUntil: row.valid_until.toISOString(),
    persons,
    state: stateOf(row, tx.deps.clock.now()),
  };
}

/** The authority of an order is security time: the real clock, also where business dates are on a demo clock. */
function stateOf(row: OrderRow, now: Date): 'coming' | 'in-force' | 'over' | 'revoked' {
  if (row.revoked_at) return 'revoked';
  if (row.valid_until <= now) return 'over';
  return row.valid_from > now ? 'coming' : 'in-force';
}

const audit = (tx: Tx, act: string, subjectId: string, detail: Record<string, unknown>) =>
  recordAudit(tx, { act, subjectKind: 'acting-order', subjectId, purpose: 'staff', detail });

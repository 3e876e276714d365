import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { PermitOrder } from '@permit/domain/contract/permit-orders-api.ts';
import type { OrderKind } from '@permit/domain/lifecycle/permit-order-rules.ts';
import type { PermitOrderState } from '@permit/domain/machines/permit-order-machine.ts';
import type { PermitState } from '@permit/domain/machines/permit-machine.ts';
import type { z } from 'zod';
import type { Tx } from '../database/transaction.ts';
import { openWords } from '../vault/sealed-words.ts';

export interface PermitOrderRow {
  readonly id: string;
  readonly public_id: string;
  readonly number: string;
  readonly permit_id: string;
  readonly permit_public_id: string;
  readonly permit_no: string;
  readonly permit_state: PermitState;
  readonly application_id: string;
  readonly application_public_id: string;
  readonly worker_person: string;
  readonly wrapped_key: Buffer | null;
  readonly kind: OrderKind;
  readonly state: PermitOrderState;
  readonly due_at: Date | null;
  readonly ground: string;
  readonly catalogue_version: string;
  readonly words_sealed: Buffer;
  readonly permit_was: PermitState;
  readonly end_request_id: string | null;
  readonly ordered_by: string;
  readonly ordered_at: Date;
}

const COLUMNS = [
  'o.*',
  'm.public_id as permit_public_id',
  'm.permit_no',
  'm.state as permit_state',
  'm.worker_person',
  'a.public_id as application_public_id',
  'p.wrapped_key',
];

/** Orders that the caller may see, with permit, case and the key behind each. */
export function permitOrderQuery(tx: Tx) {
  return tx
    .db('permit_orders as o')
    .join('permits as m', 'm.id', 'o.permit_id')
    .join('applications as a', 'a.id', 'o.application_id')
    .join('people as p', 'p.id', 'm.worker_person');
}

export async function selectPermitOrders(
  query: ReturnType<typeof permitOrderQuery>,
): Promise<PermitOrderRow[]> {
  return query.select<PermitOrderRow[]>(COLUMNS);
}

/** One by its public id. */
export async function findPermitOrder(tx: Tx, publicId: string): Promise<PermitOrderRow | undefined> {
  return (await selectPermitOrders(permitOrderQuery(tx).where('o.public_id', publicId)))[0];
}

/** The order of a case that stands or is appealed, and else its newest: of one permit there may be several. */
export async function newestOrderOfCase(
  tx: Tx,
  applicationPublicId: string,
): Promise<PermitOrderRow | undefined> {
  const query = permitOrderQuery(tx)
    .where('a.public_id', applicationPublicId)
    .orderBy('o.ordered_at', 'desc');
  return (await selectPermitOrders(query.orderBy('o.id', 'desc').limit(1) as never))[0];
}

/** The registrar's words; undefined where the person was erased. */
export function orderWordsOf(tx: Tx, row: PermitOrderRow): string | undefined {
  return openWords(tx.deps.keys, { id: row.worker_person, wrappedKey: row.wrapped_key }, row.words_sealed);
}

/** The order as those of its case and officers see it. */
export function describePermitOrder(tx: Tx, row: PermitOrderRow): z.infer<typeof PermitOrder> {
  return {
    orderId: row.public_id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    permitId: row.permit_public_id,
    permitNo: row.permit_no,
    permitState: row.permit_state,
    applicationId: row.application_public_id,
    orderedAt: row.ordered_at.toISOString(),
    ground: row.ground,
    words: orderWordsOf(tx, row) ?? '',
    ...(row.state === 'issued' && row.due_at ? { appealBy: bangkokDate(row.due_at) } : {}),
  };
}

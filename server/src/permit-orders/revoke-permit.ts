import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { permitsApi } from '@permit/domain/contract/permits-api.ts';
import { lockApplicationById } from '../applications/application-store.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { permitOf } from '../permits/permits-in-force.ts';
import { issuePermitOrder } from './issue-permit-order.ts';
import { findPermitOrder } from './permit-order-store.ts';

/** The registrar of the case's office revokes a permit by an order. */
export async function revokePermit(
  tx: Tx,
  { permitId, ground, reason }: InputOf<typeof permitsApi.revokePermit>,
): Promise<OutputOf<typeof permitsApi.revokePermit>> {
  const permit = await permitOf(tx, permitId);
  const application = await lockApplicationById(tx.db, permit.application_id);
  if (!application) throw notFound();
  const orderId = await issuePermitOrder(tx, { permit, application, kind: 'revoked', ground, words: reason });
  const order = await findPermitOrder(tx, orderId);
  return {
    permitId: permit.public_id,
    permitNo: permit.permit_no,
    state: 'revoked',
    orderId,
    ...(order ? { orderNo: order.number } : {}),
  };
}

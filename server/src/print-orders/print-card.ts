import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, setReason, type Tx } from '../database/transaction.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { newId, newPublicId } from '../ids.ts';
import { releaseBlank, reserveBlank, settleBlank } from '../card-stock/blank-ledger.ts';
import {
  describePrintOrder,
  leasePrintOrder,
  lockPrintOrder,
  movePrintOrder,
  type PrintOrder,
} from './print-order-store.ts';
import { IN_FORCE, type PermitRow } from '../permits/permits-in-force.ts';
import { voidCards } from '../permits/void-cards.ts';
import { openRendering } from './rendering.ts';
import { refuseAndTell } from './security-event.ts';
import { untilWork } from './until-work.ts';

/** Many times the longest print: a host that is merely slow keeps its lease. */
const PRINT_LEASE_SECONDS = 120;

type Leased = OutputOf<typeof printOrdersApi.leasePrint>;
type Described = OutputOf<typeof printOrdersApi.getPrintOrder>;

/** The print host takes the next rendered order of its centre with the bytes that were approved. */
export function leasePrint(
  around: Around,
  { waitSeconds }: InputOf<typeof printOrdersApi.leasePrint>,
): Promise<Leased> {
  const { deps, caller, requestId } = around;
  return untilWork(around, { bell: 'print-card', waitSeconds }, () =>
    inTransaction(deps, caller, requestId, leaseNext),
  ).then((leased) => leased ?? {});
}

/** An order whose stored faces are not what was approved keeps its lease unspent and says so; the next one is tried. */
async function leaseNext(tx: Tx): Promise<Leased | undefined> {
  const { deps, caller } = tx;
  for (;;) {
    const lease = { now: deps.clock.now(), leaseSeconds: PRINT_LEASE_SECONDS, account: caller.accountId };
    const order = await leasePrintOrder(tx.db, { state: 'rendered', centres: caller.partyIds, ...lease });
    if (!order) return undefined;
    const files = await openRendering(tx, order);
    if (files) {
      await auditPrint(tx, order, 'print-leased', { leaseNo: order.leaseNo });
      const base64 = (file: Buffer) => file.toString('base64');
      const { front, back, pdf } = files;
      return {
        order: describePrintOrder(order),
        frontPng: base64(front),
        backPng: base64(back),
        pdf: base64(pdf),
      };
    }
    await tx.db('print_orders').where('id', order.id).update({ problem: 'rendering-changed' });
    const fact = { act: 'rendering-changed', subjectKind: 'print-order', subjectId: order.publicId };
    await recordAudit(tx, { ...fact, applicationId: order.applicationId, purpose: 'security' });
  }
}

/** The order under the lease that the host was given; a frozen host that wakes up late, or a forged order, is refused here. */
async function underLease(tx: Tx, input: { printOrderId: string; leaseNo: number }): Promise<PrintOrder> {
  const { printOrderId } = input;
  const order = await lockPrintOrder(tx.db, printOrderId);
  if (!order) return refuseAndTell(tx, { act: 'print-order-unknown', printOrderId, code: 'not-found' });
  if (order.leaseNo !== input.leaseNo)
    return refuseAndTell(tx, { act: 'print-lease-stale', printOrderId, code: 'lease-lost' });
  return order;
}

/**
 * `reserved`: the scanned blank is set aside for this order. `sending`: committed before the first byte goes to
 * the printer. Each step may be asked for again with the same blank, because an answer can be lost on its way.
 */
export async function startPrint(
  tx: Tx,
  input: InputOf<typeof printOrdersApi.startPrint>,
): Promise<Described> {
  const order = await underLease(tx, input);
  if (order.state === input.step && order.blankSerial === input.blankSerial) return describePrintOrder(order);
  const expected = input.step === 'reserved' ? 'rendered' : 'reserved';
  if (order.state !== expected) throw new ApiError('wrong-state');
  if (input.step === 'sending' && order.blankSerial !== input.blankSerial)
    throw new ApiError('wrong-state', { detailCode: 'another-blank' });
  if (order.leaseUntil && order.leaseUntil < tx.deps.clock.now()) throw new ApiError('lease-lost');
  if (input.step === 'reserved') await requirePermitInForce(tx, order);
  if (input.step === 'reserved')
    await reserveBlank(tx, { serial: input.blankSerial, centre: order.productionParty, orderId: order.id });
  await movePrintOrder(tx.db, order.id, input.step, { blank_serial: input.blankSerial });
  await auditPrint(tx, order, `print-${input.step}`, { blankSerial: input.blankSerial });
  return describePrintOrder({ ...order, state: input.step, blankSerial: input.blankSerial });
}

/** Nothing is printed of a permit that has ended since its order was made. */
async function requirePermitInForce(tx: Tx, order: PrintOrder): Promise<void> {
  if (!(await isInForce(tx, order))) throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
}

/** Whether its permit still lets somebody work. */
export async function isInForce(tx: Tx, order: PrintOrder): Promise<boolean> {
  const permit = await tx.db('permits').where('id', order.permitId).first<PermitRow>('state');
  return IN_FORCE.includes(permit.state);
}

/** What the printer says came out. Only a read-back that agrees in serial and hash is `printed`; doubt is `unknown`. */
export async function confirmPrint(
  tx: Tx,
  input: InputOf<typeof printOrdersApi.confirmPrint>,
): Promise<Described> {
  const order = await underLease(tx, input);
  if (input.outcome === 'not-started') return release(tx, order, input.problem);
  const certain =
    input.outcome === 'printed' &&
    input.blankSerial === order.blankSerial &&
    input.sha256 === order.renderingSha256;
  const to = certain ? 'printed' : 'unknown';
  if (order.state === to) return describePrintOrder(order);
  if (order.state !== 'sending') throw new ApiError('wrong-state');
  if (input.problem) await setReason(tx, input.problem);
  const problem = certain ? null : (input.problem ?? 'read-back-differs');
  await movePrintOrder(tx.db, order.id, to, { problem, lease_until: certain ? order.leaseUntil : null });
  await auditPrint(tx, order, `print-${to}`, problem ? { problem } : {});
  return describePrintOrder({ ...order, state: to });
}

/** Nothing was sent: the blank goes back to the stack and the order waits for the next host. */
async function release(tx: Tx, order: PrintOrder, problem: string | undefined): Promise<Described> {
  if (order.state === 'rendered') {
    await tx
      .db('print_orders')
      .where('id', order.id)
      .update({ lease_until: null, problem: problem ?? null });
    return describePrintOrder(order);
  }
  // From `sending` on, "nothing happened" is believed from a printer whose blank still lies in front; a person checks.
  if (order.state === 'sending') {
    await movePrintOrder(tx.db, order.id, 'unknown', {
      problem: problem ?? 'said-not-started',
      lease_until: null,
    });
    await auditPrint(tx, order, 'print-unknown', { problem });
    return describePrintOrder({ ...order, state: 'unknown' });
  }
  if (order.state !== 'reserved') throw new ApiError('wrong-state');
  await releaseBlank(tx, order);
  await movePrintOrder(tx.db, order.id, 'rendered', {
    blank_serial: null,
    lease_until: null,
    problem: problem ?? null,
  });
  await auditPrint(tx, order, 'print-released', { problem });
  return describePrintOrder({ ...order, state: 'rendered', blankSerial: undefined });
}

/** The card was looked at: it is on the shelf, and its blank is issued. */
export async function passCard(tx: Tx, input: InputOf<typeof printOrdersApi.passCard>): Promise<Described> {
  const order = await lockPrintOrder(tx.db, input.printOrderId);
  if (!order) throw notFound();
  if (tx.caller.role === 'print-host' && input.leaseNo !== order.leaseNo) throw new ApiError('lease-lost');
  if (order.state === 'passed') return describePrintOrder(order);
  if (order.state !== 'printed') throw new ApiError('wrong-state');
  await movePrintOrder(tx.db, order.id, 'passed', { lease_until: null });
  await settleBlank(tx, order, 'issued');
  await tx.db('cards').insert({
    id: newId(),
    public_id: newPublicId(),
    permit_id: order.permitId,
    application_id: order.applicationId,
    print_order_id: order.id,
    serial: order.blankSerial,
    state: 'ready',
    centre_party: order.productionParty,
    due_centre: order.centreParty,
  });
  if (!(await isInForce(tx, order))) await voidCards(tx, order.permitId);
  // Made elsewhere, it is not ready for its owner before it has arrived.
  if (order.productionParty === order.centreParty) await tellReady(tx, order);
  await auditPrint(tx, order, 'card-passed', { blankSerial: order.blankSerial });
  return describePrintOrder({ ...order, state: 'passed' });
}

/** Who did what to an order, in the words of the desk. */
export async function auditPrint(
  tx: Tx,
  order: PrintOrder,
  act: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const fact = { act, subjectKind: 'print-order', subjectId: order.publicId, purpose: 'printing' };
  await recordAudit(tx, { ...fact, applicationId: order.applicationId, detail });
}

async function tellReady(
  tx: Tx,
  order: { readonly id: string; readonly applicationId: string },
): Promise<void> {
  const to = { case: order.applicationId };
  await queueMessage(tx, { event: 'card-ready', key: `print-order:${order.id}:passed`, to, values: {} });
}

import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, setReason, type Tx } from '../database/transaction.ts';
import { asJob } from '../database/transaction.ts';
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
import { voidCards } from '../permits/revoke-permit.ts';
import { openRendering } from './rendering.ts';
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
    inTransaction(deps, caller, requestId, async (tx) => {
      const lease = { now: deps.clock.now(), leaseSeconds: PRINT_LEASE_SECONDS, account: caller.accountId };
      const order = await leasePrintOrder(tx.db, { state: 'rendered', centres: caller.partyIds, ...lease });
      if (!order) return undefined;
      const { front, back, pdf } = await openRendering(tx, order);
      await audit(tx, order, 'print-leased', { leaseNo: order.leaseNo });
      const base64 = (file: Buffer) => file.toString('base64');
      return {
        order: describePrintOrder(order),
        frontPng: base64(front),
        backPng: base64(back),
        pdf: base64(pdf),
      };
    }),
  ).then((leased) => leased ?? {});
}

/** The order under the lease that the host was given; a frozen host that wakes up late is refused here. */
async function underLease(tx: Tx, input: { printOrderId: string; leaseNo: number }): Promise<PrintOrder> {
  const order = await lockPrintOrder(tx.db, input.printOrderId);
  if (!order) throw notFound();
  if (order.leaseNo !== input.leaseNo) throw new ApiError('lease-lost');
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
    await reserveBlank(tx, { serial: input.blankSerial, centre: order.centreParty, orderId: order.id });
  await movePrintOrder(tx.db, order.id, input.step, { blank_serial: input.blankSerial });
  await audit(tx, order, `print-${input.step}`, { blankSerial: input.blankSerial });
  return describePrintOrder({ ...order, state: input.step, blankSerial: input.blankSerial });
}

/** Nothing is printed of a permit that has ended since its order was made. */
async function requirePermitInForce(tx: Tx, order: PrintOrder): Promise<void> {
  if (!(await isInForce(tx, order))) throw new ApiError('wrong-state', { detailCode: 'permit-ended' });
}

async function isInForce(tx: Tx, order: PrintOrder): Promise<boolean> {
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
  await audit(tx, order, `print-${to}`, problem ? { problem } : {});
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
    await audit(tx, order, 'print-unknown', { problem });
    return describePrintOrder({ ...order, state: 'unknown' });
  }
  if (order.state !== 'reserved') throw new ApiError('wrong-state');
  await releaseBlank(tx, order);
  await movePrintOrder(tx.db, order.id, 'rendered', {
    blank_serial: null,
    lease_until: null,
    problem: problem ?? null,
  });
  await audit(tx, order, 'print-released', { problem });
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
    centre_party: order.centreParty,
  });
  if (!(await isInForce(tx, order))) await voidCards(tx, order.permitId);
  await audit(tx, order, 'card-passed', { blankSerial: order.blankSerial });
  return describePrintOrder({ ...order, state: 'passed' });
}

/** A person looked at the hopper: the card is there, or the blank is spoiled and a new attempt follows. */
export async function resolveUnknown(
  tx: Tx,
  input: InputOf<typeof printOrdersApi.resolveUnknown>,
): Promise<Described> {
  const order = await lockPrintOrder(tx.db, input.printOrderId);
  if (!order) throw notFound();
  if (order.state !== 'unknown') throw new ApiError('wrong-state');
  await setReason(tx, 'looked-at-the-hopper');
  if (input.found === 'spoiled') return spoil(tx, order, 'unknown-resolved');
  await movePrintOrder(tx.db, order.id, 'printed', { problem: null });
  await audit(tx, order, 'unknown-resolved', { found: 'printed' });
  return describePrintOrder({ ...order, state: 'printed' });
}

/** The blank is in the spoil box before it was confirmed: one person and a count (promises.md). */
export async function spoilCard(tx: Tx, input: InputOf<typeof printOrdersApi.spoilCard>): Promise<Described> {
  const order = await lockPrintOrder(tx.db, input.printOrderId);
  if (!order) throw notFound();
  if (order.state !== 'sending' && order.state !== 'printed') throw new ApiError('wrong-state');
  return spoil(tx, order, input.reason);
}

async function spoil(tx: Tx, order: PrintOrder, reason: string): Promise<Described> {
  await movePrintOrder(tx.db, order.id, 'spoiled', { lease_until: null, problem: 'spoiled' });
  await settleBlank(tx, order, 'spoiled');
  if (await isInForce(tx, order)) await openNextAttempt(tx, order);
  await audit(tx, order, 'card-spoiled', { blankSerial: order.blankSerial, reason });
  return describePrintOrder({ ...order, state: 'spoiled' });
}

/** The attempt that takes the place of a spoiled one; a reprint keeps the two persons who answer for it. */
async function openNextAttempt(tx: Tx, order: PrintOrder): Promise<void> {
  await asJob(tx, async () => {
    const persons = await tx
      .db('print_orders')
      .where('id', order.id)
      .first<{ asked_by: string | null; granted_by: string | null }>('asked_by', 'granted_by');
    await tx.db('print_orders').insert({
      id: newId(),
      public_id: newPublicId(),
      permit_id: order.permitId,
      application_id: order.applicationId,
      centre_party: order.centreParty,
      state: 'queued',
      revision: order.revision,
      reprint_no: order.reprintNo,
      attempt: order.attempt + 1,
      ...persons,
    });
  });
  tx.ring('render-card');
}

async function audit(tx: Tx, order: PrintOrder, act: string, detail: Record<string, unknown>): Promise<void> {
  const fact = { act, subjectKind: 'print-order', subjectId: order.publicId, purpose: 'printing' };
  await recordAudit(tx, { ...fact, applicationId: order.applicationId, detail });
}

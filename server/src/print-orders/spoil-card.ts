import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { printOrdersApi } from '@permit/domain/contract/print-orders-api.ts';
import { settleBlank } from '../card-stock/blank-ledger.ts';
import { secondPerson, type SecondPersonSigns } from '../card-stock/second-person.ts';
import { asJob, setReason, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { newId, newPublicId } from '../ids.ts';
import { auditPrint, isInForce } from './print-card.ts';
import { describePrintOrder, lockPrintOrder, movePrintOrder, type PrintOrder } from './print-order-store.ts';

type Described = OutputOf<typeof printOrdersApi.getPrintOrder>;

/**
 * A person looked at the hopper: the card is there, or the blank is spoiled and a new attempt follows. That nothing came
 * out of a printer which may have printed is said by two.
 */
export async function resolveUnknown(
  tx: Tx,
  input: InputOf<typeof printOrdersApi.resolveUnknown>,
): Promise<Described> {
  const order = await lockPrintOrder(tx.db, input.printOrderId);
  if (!order) throw notFound();
  if (order.state !== 'unknown') throw new ApiError('wrong-state');
  if (input.found === 'spoiled')
    return spoil(tx, order, { act: 'unknown-resolved', reason: input.note, signs: input });
  await setReason(tx, 'looked-at-the-hopper');
  await movePrintOrder(tx.db, order.id, 'printed', { problem: null });
  await auditPrint(tx, order, 'unknown-resolved', { found: 'printed' });
  return describePrintOrder({ ...order, state: 'printed' });
}

/** The blank lies in the spoil box: before it was confirmed one person and a count, afterwards two persons (promises.md). */
export async function spoilCard(tx: Tx, input: InputOf<typeof printOrdersApi.spoilCard>): Promise<Described> {
  const order = await lockPrintOrder(tx.db, input.printOrderId);
  if (!order) throw notFound();
  if (order.state !== 'sending' && order.state !== 'printed') throw new ApiError('wrong-state');
  return spoil(tx, order, { act: 'card-spoiled', reason: input.reason, signs: input });
}

interface Spoiling {
  readonly act: string;
  readonly reason: string;
  readonly signs: SecondPersonSigns;
}

async function spoil(tx: Tx, order: PrintOrder, { act, reason, signs }: Spoiling): Promise<Described> {
  const second = order.state === 'sending' ? undefined : await secondPerson(tx, signs);
  await setReason(tx, act);
  await movePrintOrder(tx.db, order.id, 'spoiled', {
    lease_until: null,
    problem: 'spoiled',
    spoil_second_person: second ?? null,
  });
  await settleBlank(tx, order, 'spoiled', { second, reason });
  if (await isInForce(tx, order)) await openNextAttempt(tx, order);
  // The reason is a person's own words and may hold a name: it stays in the ledger, and out of the chain.
  await auditPrint(tx, order, act, {
    blankSerial: order.blankSerial,
    found: 'spoiled',
    persons: second ? 2 : 1,
  });
  return describePrintOrder({ ...order, state: 'spoiled' });
}

/** The attempt that takes the place of one that ended without a card; a reprint keeps the two persons who answer for it. */
export async function openNextAttempt(tx: Tx, order: PrintOrder): Promise<string> {
  const publicId = newPublicId();
  await asJob(tx, async () => {
    const persons = await tx
      .db('print_orders')
      .where('id', order.id)
      .first<{ asked_by: string | null; granted_by: string | null }>('asked_by', 'granted_by');
    await tx.db('print_orders').insert({
      id: newId(),
      public_id: publicId,
      permit_id: order.permitId,
      application_id: order.applicationId,
      centre_party: order.centreParty,
      state: 'queued',
      revision: order.revision,
      reprint_no: order.reprintNo,
      attempt: order.attempt + 1,
      priority: order.priority,
      ...persons,
    });
  });
  tx.ring('render-card');
  return publicId;
}

import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { PrintOrder } from '../print-orders/print-order-store.ts';

interface BlankRow {
  serial: string;
  centre_party: string;
  box: string;
  state: string;
}

async function lockBlank(tx: Tx, serial: string): Promise<BlankRow> {
  const blank = await tx.db('blanks').where('serial', serial).forUpdate().first<BlankRow | undefined>();
  if (!blank) throw new ApiError('no-blank');
  return blank;
}

/** Sets the scanned blank aside for one order; a blank of another centre or one that was used is refused. */
export async function reserveBlank(
  tx: Tx,
  { serial, centre, orderId }: { serial: string; centre: string; orderId: string },
): Promise<void> {
  const blank = await lockBlank(tx, serial);
  if (blank.centre_party !== centre) throw new ApiError('no-blank');
  if (blank.state !== 'blank') throw new ApiError('duplicate-serial');
  await moveBlank(tx, blank, { state: 'reserved', kind: 'reserved', orderId });
}

/** Gives a reserved blank back to the stack. */
export async function releaseBlank(tx: Tx, order: PrintOrder): Promise<void> {
  const blank = await lockBlank(tx, order.blankSerial ?? '');
  await moveBlank(tx, blank, { state: 'blank', kind: 'released', orderId: order.id });
}

/** What became of the blank for good, with the second person where two had to look. */
export async function settleBlank(
  tx: Tx,
  order: PrintOrder,
  outcome: 'issued' | 'spoiled',
  { second, reason }: { second?: string | undefined; reason?: string } = {},
): Promise<void> {
  const blank = await lockBlank(tx, order.blankSerial ?? '');
  await moveBlank(tx, blank, { state: outcome, kind: outcome, orderId: order.id, second, reason });
}

async function moveBlank(
  tx: Tx,
  blank: BlankRow,
  move: {
    state: string;
    kind: string;
    orderId: string;
    second?: string | undefined;
    reason?: string | undefined;
  },
): Promise<void> {
  const held = move.state === 'blank' ? null : move.orderId;
  const changed = { state: move.state, print_order_id: held, changed_at: tx.db.raw('clock_timestamp()') };
  await tx.db('blanks').where('serial', blank.serial).update(changed);
  await tx.db('stock_movements').insert({
    id: newId(),
    centre_party: blank.centre_party,
    kind: move.kind,
    box: blank.box,
    serial_first: blank.serial,
    serial_last: blank.serial,
    count: 1,
    by_person: tx.caller.personId ?? null,
    second_person: move.second ?? null,
    reason: move.reason ?? null,
    print_order_id: move.orderId,
  });
}

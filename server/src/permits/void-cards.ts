import type { Tx } from '../database/transaction.ts';

/** Cards of a permit that nobody holds yet are void. */
export async function voidCards(tx: Tx, permitId: string): Promise<void> {
  await tx
    .db('cards')
    .where('permit_id', permitId)
    .whereIn('state', ['ready', 'returned'])
    .update({ state: 'void', state_since: tx.db.raw('clock_timestamp()') });
}

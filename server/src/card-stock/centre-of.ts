import type { Tx } from '../database/transaction.ts';
import { actingParty } from '../http/acting-party.ts';

/** The centre whose supervisor or clerk asks. */
export function centreOf(tx: Tx): string {
  return actingParty(tx);
}

import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';

/** The centre whose supervisor or clerk asks. */
export function centreOf(tx: Tx): string {
  const [centre] = tx.caller.partyIds;
  if (!centre) throw new ApiError('not-permitted');
  return centre;
}

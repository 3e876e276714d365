import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';

/**
 * The one party for which the caller acts: what is filed, opened or given away belongs to it. Who holds rights of
 * several must say which (header `Acting-Party`, docs/decisions/0044); nobody is taken for the first of them.
 */
export function actingParty(tx: Tx): string {
  const parties = tx.caller.actsFor ?? tx.caller.partyIds;
  const [party] = parties;
  if (!party) throw new ApiError('not-permitted');
  if (parties.length > 1) throw new ApiError('acting-party-wanted');
  return party;
}

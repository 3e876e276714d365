import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';

/**
 * The one party for which the caller acts: what is filed, opened or given away belongs to it. Who holds rights of
 * several must say which (header `Acting-Party`, docs/decisions/0044); nobody is taken for the first of them.
 */
export function actingParty(tx: Tx): string {
  const parties = partiesOfRole(tx);
  const [party] = parties;
  if (!party) throw new ApiError('not-permitted');
  if (parties.length > 1) throw new ApiError('acting-party-wanted');
  return party;
}

/**
 * Whether the role that acts is held at this party. Of somebody with roles at two offices, what they may see is open to
 * each, but nobody decides at one office by a role of the other.
 */
export function actsAt(tx: Tx, party: string | null | undefined): boolean {
  return party != null && partiesOfRole(tx).includes(party);
}

/** The parties where the caller holds a role that may call this operation. */
export const partiesOfRole = (tx: Tx): readonly string[] => tx.caller.actsFor ?? tx.caller.partyIds;

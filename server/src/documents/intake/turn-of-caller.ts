import type { Caller } from '../../database/transaction.ts';
import { turnOf, type Turn } from './fair-turns.ts';

/** The parties for which the caller acts wait in one line; an account without any waits by itself. */
export function turnOfCaller({ actsFor, partyIds, accountId }: Caller): Turn {
  const parties = actsFor ?? partyIds;
  return turnOf(parties.length > 0 ? [...parties].sort().join() : (accountId ?? ''));
}

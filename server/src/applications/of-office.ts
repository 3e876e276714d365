import { ROLE_CLASS, type Role } from '@permit/domain/staff/roles.ts';
import type { Tx } from '../database/transaction.ts';
import { partiesOfRole } from '../http/acting-party.ts';

export const isOfficer = (tx: Tx): boolean =>
  tx.caller.role in ROLE_CLASS && ROLE_CLASS[tx.caller.role as Role] === 'officer';

/**
 * Narrows a list of cases to the caller's own offices. Row-level security says the same of an officer (a case is
 * opened to its office), but asks it case by case: behind its barrier only plain values reach an index, which
 * caller_parties() is not. Contractors have every case of the country, and nothing to narrow by.
 * @param column the office of the case, as `a.office_party`
 */
export function ofOffice<Query extends { whereIn(column: string, values: readonly string[]): unknown }>(
  tx: Tx,
  query: Query,
  column: string,
): Query {
  if (isOfficer(tx)) query.whereIn(column, [...partiesOfRole(tx)]);
  return query;
}

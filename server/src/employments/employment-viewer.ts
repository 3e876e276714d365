import type { Viewer } from '@permit/domain/notices/change-of-employer.ts';
import { ROLE_CLASS, type Role } from '@permit/domain/staff/roles.ts';
import type { Tx } from '../database/transaction.ts';

/** With whose eyes the caller sees a permit's change of employer, by the employments that row-level security showed. */
export function viewerOf(
  tx: Tx,
  rows: readonly { readonly employer_key: Buffer; readonly worker_parties: readonly string[] }[],
): Viewer | undefined {
  if (ROLE_CLASS[tx.caller.role as Role] === 'officer') return { kind: 'officer' };
  if (rows.some(({ worker_parties }) => worker_parties.some((party) => tx.caller.partyIds.includes(party))))
    return { kind: 'worker' };
  const last = rows.at(-1);
  return last && { kind: 'employer', employer: last.employer_key.toString('hex') };
}

import { ROLE_CLASS, type Role } from '@permit/domain/staff/roles.ts';
import { inTransaction, SYSTEM, type Caller } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { findAccountById, rolesOf } from './account-store.ts';

/**
 * Who a session is at this moment, in a role that it acted in: for what carries no access token. Asked of the
 * database, so that signing out and taking a role away count at once; undefined where it is over.
 */
export function callerOfSession(
  deps: Deps,
  requestId: string,
  { session, role }: { readonly session: string; readonly role: Role },
): Promise<Caller | undefined> {
  return inTransaction(deps, SYSTEM, requestId, async ({ db }) => {
    const live = await db('sessions')
      .where('id', session)
      .whereNull('ended_at')
      .whereRaw('expires_at > now()')
      .first<{ account_id: string } | undefined>('account_id');
    const account = live && (await findAccountById(db, live.account_id));
    if (!account || account.disabled) return undefined;
    const held = await rolesOf(db, account.id);
    const callerClass = ROLE_CLASS[role];
    if (!held.some((one) => one.role === role)) return undefined;
    const same = held.filter((one) => ROLE_CLASS[one.role] === callerClass);
    return {
      callerClass,
      role,
      personId: account.personId,
      accountId: account.id,
      accountPublicId: account.publicId,
      sessionId: session,
      partyIds: [...new Set(same.map(({ partyId }) => partyId))],
      actsFor: [...new Set(held.filter((one) => one.role === role).map(({ partyId }) => partyId))],
      roles: held.map((one) => ({ role: one.role, partyId: one.partyId })),
    };
  });
}

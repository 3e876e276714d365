import { accountsApi } from '@permit/domain/contract/accounts-api.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { Around, Registrar } from '../http/route.ts';
import { findAccountById, findAccountByPublicId, rolesOf } from './account-store.ts';
import {
  assignRole,
  createStaff,
  disableStaff,
  hashFirst,
  registerAccount,
  resetFactor,
} from './manage-staff.ts';
import { endSession, refreshSession } from './refresh-session.ts';
import { whoIs, type OpenedSession } from './session.ts';
import { signIn } from './sign-in.ts';

const COOKIE = 'permit_refresh';

/** Sign-in and staff. */
export function registerAccountRoutes({ route, outside }: Registrar): void {
  outside(accountsApi.signIn, async (around, input) => {
    const session = await signIn(around.deps, around.requestId, input);
    return deliver(around, session, input.delivery);
  });
  outside(accountsApi.refreshSession, async (around, input) => {
    const token = input.refreshToken ?? cookieOf(around);
    const session = await inTransaction(around.deps, SYSTEM, around.requestId, (tx) =>
      refreshSession(tx, token),
    );
    return deliver(around, session, input.delivery);
  });
  outside(accountsApi.signOut, async ({ deps, caller, requestId, response }) => {
    await inTransaction(deps, SYSTEM, requestId, (tx) => endSession(tx, caller.sessionId!, 'signed-out'));
    response.clearCookie(COOKIE, { path: '/api/v1/session' });
    return {};
  });
  outside(accountsApi.whoAmI, ({ deps, caller, requestId }) =>
    inTransaction(deps, SYSTEM, requestId, async (tx) => {
      const account = await findAccountById(tx.db, caller.accountId!);
      if (!account) throw notFound();
      return whoIs(tx, account, await rolesOf(tx.db, account.id));
    }),
  );
  route(accountsApi.registerAccount, registerAccount, {
    as: 'system',
    before: hashFirst,
    replay: {
      ids: ({ accountId, partyId }) => ({ accountId, partyId }),
      rebuild: async (_tx, ids) => ({ accountId: String(ids['accountId']), partyId: String(ids['partyId']) }),
    },
  });
  route(accountsApi.createStaff, createStaff, {
    before: hashFirst,
    replay: {
      ids: ({ accountId }) => ({ accountId }),
      // The secret is shown once and is not kept in the clear: a repeat answers the account alone.
      rebuild: async (tx, ids) => {
        const account = await findAccountByPublicId(tx.db, String(ids['accountId']));
        return { accountId: account?.publicId ?? String(ids['accountId']) };
      },
    },
  });
  route(accountsApi.disableStaff, disableStaff);
  route(accountsApi.assignRole, assignRole);
  route(accountsApi.resetFactor, resetFactor);
}

/** The refresh token goes into a cookie that no script reads, unless a program asks for it in the body. */
function deliver({ response, deps }: Around, session: OpenedSession, delivery: 'cookie' | 'body') {
  const { refreshToken, sessionId: _internal, ...rest } = session;
  if (delivery === 'body') return { ...rest, refreshToken };
  const secure = deps.config.PUBLIC_URL.startsWith('https:');
  response.cookie(COOKIE, refreshToken, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/api/v1/session',
  });
  return rest;
}

function cookieOf({ request }: Around): string | undefined {
  return new RegExp(`(?:^|; )${COOKIE}=([A-Za-z0-9_-]{20,200})`).exec(request.headers.cookie ?? '')?.[1];
}

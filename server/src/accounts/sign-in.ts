import type { accountsApi } from '@permit/domain/contract/accounts-api.ts';
import { needsSecondFactor } from '@permit/domain/staff/roles.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';
import { queueMessage } from '../messages/queue-message.ts';
import {
  findAccountByUsername,
  findAccountForSignIn,
  rolesOf,
  usernameIndex,
  type Account,
} from './account-store.ts';
import { decoyHash, fitsPassword } from './password.ts';
import { stepOfCode } from './second-factor.ts';
import { openSession, type OpenedSession } from './session.ts';

const FREE_ATTEMPTS = 5;
const LOCK_MINUTES_AT_MOST = 60;

/** No refusal is given sooner: whether the name is known, rests or is ended must not be told by time. */
const REFUSED_NOT_BEFORE_MS = 150;

/**
 * Checks name, password and code, and opens a session. Wrong attempts are counted although the request fails; from
 * the fifth on the account rests, twice as long each time. Unknown, resting, ended and wrong have one answer, in the
 * same class of time. The password is hashed outside of any transaction: a rush of sign-ins must not hold connections.
 */
export async function signIn(
  deps: Deps,
  requestId: string,
  input: InputOf<typeof accountsApi.signIn>,
): Promise<OpenedSession> {
  const startedAt = performance.now();
  const index = usernameIndex(deps.keys, input.username);
  const known = await inTransaction(deps, SYSTEM, requestId, (tx) => findAccountByUsername(tx.db, index));
  const fits = await fitsPassword(known?.passwordHash ?? (await decoyHash()), input.password);
  try {
    return await inTransaction(deps, SYSTEM, requestId, async (tx) => {
      const account = await findAccountForSignIn(tx.db, index);
      // Changed while the hash was computed: what was proved is the old password.
      const proved = fits && account?.passwordHash === known?.passwordHash;
      return admit(tx, account, { proved, code: input.code });
    });
  } catch (error) {
    const left = REFUSED_NOT_BEFORE_MS - (performance.now() - startedAt);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    throw error;
  }
}

/** Under the row's lock, so that attempts count one by one however many come at once. */
async function admit(
  tx: Tx,
  account: Account | undefined,
  given: { readonly proved: boolean; readonly code: string | undefined },
): Promise<OpenedSession> {
  if (account?.lockedUntil && account.lockedUntil > tx.deps.clock.now())
    throw new ApiError('wrong-credentials');
  if (!account || !given.proved || account.disabled) return fail(tx, account);
  refuseDemoAccountInProduction(tx, account);
  await checkSecondFactor(tx, account, given.code);
  await tx.db('accounts').where('id', account.id).update({ failures: 0, locked_until: null });
  const fact = { act: 'signed-in', subjectKind: 'account', subjectId: account.publicId };
  await recordAudit(tx, { ...fact, purpose: 'sign-in' });
  const session = await openSession(tx, account);
  if (!account.machine) await tellOfSignIn(tx, account, session.sessionId);
  return session;
}

async function tellOfSignIn(tx: Tx, account: Account, sessionId: string): Promise<void> {
  const at = tx.deps.clock.now().toISOString();
  const to = { account: account.id };
  await queueMessage(tx, { event: 'new-sign-in', key: `session:${sessionId}`, to, values: { at } });
}

async function checkSecondFactor(tx: Tx, account: Account, code: string | undefined): Promise<void> {
  const roles = await rolesOf(tx.db, account.id);
  if (!account.secondFactorSealed) {
    if (roles.some(({ role }) => needsSecondFactor(role))) throw new ApiError('second-factor-needed');
    return;
  }
  if (!code) throw new ApiError('second-factor-needed');
  const key = personKey(tx.deps.keys, account.personId, account.personKeyWrapped!);
  const secret = openBytes(key, 'second-factor', account.secondFactorSealed).toString('utf8');
  const step = stepOfCode(secret, code, tx.deps.clock.now());
  if (step === undefined || step <= account.lastCodeStep) await fail(tx, account);
  await tx.db('accounts').where('id', account.id).update({ last_code_step: step });
}

/** Counts and refuses; the count is committed although the request is not. */
async function fail(tx: Tx, account: Account | undefined): Promise<never> {
  if (account) {
    const failures = account.failures + 1;
    const minutes = Math.min(LOCK_MINUTES_AT_MOST, 2 ** (failures - FREE_ATTEMPTS));
    const until =
      failures < FREE_ATTEMPTS ? null : new Date(tx.deps.clock.now().getTime() + minutes * 60_000);
    await tx.db('accounts').where('id', account.id).update({ failures, locked_until: until });
    const fact = {
      act: 'sign-in-failed',
      subjectKind: 'account',
      subjectId: account.publicId,
      purpose: 'sign-in',
    };
    await recordAudit(tx, { ...fact, detail: { failures } });
  }
  throw new ApiError('wrong-credentials', { commit: true });
}

function refuseDemoAccountInProduction(tx: Tx, account: Account): void {
  if (account.demo && tx.deps.config.APP_MODE === 'production') {
    throw new ApiError('not-permitted', { detailCode: 'demo-account-in-production' });
  }
}

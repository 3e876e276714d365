import type { accountsApi } from '@permit/domain/contract/accounts-api.ts';
import { needsSecondFactor } from '@permit/domain/staff/roles.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';
import { findAccountForSignIn, rolesOf, usernameIndex, type Account } from './account-store.ts';
import { decoyHash, fitsPassword } from './password.ts';
import { stepOfCode } from './second-factor.ts';
import { openSession, type OpenedSession } from './session.ts';

const FREE_ATTEMPTS = 5;
const LOCK_MINUTES_AT_MOST = 60;

/**
 * Checks name, password and code, and opens a session. Wrong attempts are counted although the request fails;
 * from the fifth on the account rests, twice as long each time. Every failure has one answer.
 */
export async function signIn(tx: Tx, input: InputOf<typeof accountsApi.signIn>): Promise<OpenedSession> {
  const account = await findAccountForSignIn(tx.db, usernameIndex(tx.deps.keys, input.username));
  const now = tx.deps.clock.now();
  if (account?.lockedUntil && account.lockedUntil > now) {
    const retryAfterSeconds = Math.ceil((account.lockedUntil.getTime() - now.getTime()) / 1000);
    throw new ApiError('account-locked', { retryAfterSeconds });
  }
  const fits = await fitsPassword(account?.passwordHash ?? (await decoyHash()), input.password);
  if (!account || !fits || account.disabled) return fail(tx, account);
  refuseDemoAccountInProduction(tx, account);
  await checkSecondFactor(tx, account, input.code);
  await tx.db('accounts').where('id', account.id).update({ failures: 0, locked_until: null });
  await recordAudit(tx, {
    act: 'signed-in',
    subjectKind: 'account',
    subjectId: account.publicId,
    purpose: 'sign-in',
  });
  return openSession(tx, account);
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

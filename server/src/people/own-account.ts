import type { peopleApi } from '@permit/domain/contract/people-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { needsSecondFactor } from '@permit/domain/staff/roles.ts';
import { holderOf } from '../accounts/account-holder.ts';
import { findAccountById, rolesOf, type Account } from '../accounts/account-store.ts';
import { asJob, inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { fitsPassword } from '../accounts/password.ts';

/** The caller's account; runs as the job class. */
export async function ownAccount(tx: Tx): Promise<Account> {
  const account = tx.caller.accountId ? await findAccountById(tx.db, tx.caller.accountId) : undefined;
  if (!account || account.disabled) throw new ApiError('session-ended');
  return account;
}

/** My own account as I see it. */
export function getAccount(tx: Tx): Promise<OutputOf<typeof peopleApi.getAccount>> {
  return asJob(tx, async () => {
    const account = await ownAccount(tx);
    const { username, displayName, email, phone, pending } = holderOf(tx.deps.keys, account);
    const roles = await rolesOf(tx.db, account.id);
    return {
      accountId: account.publicId,
      username,
      displayName,
      language: account.language,
      ...(email ? { email } : {}),
      ...(phone ? { phone } : {}),
      ...(pending ? { pending } : {}),
      secondFactor: account.secondFactorSealed !== undefined,
      secondFactorRequired: roles.some(({ role }) => needsSecondFactor(role)),
    };
  });
}

export function setLanguage(
  tx: Tx,
  input: InputOf<typeof peopleApi.setLanguage>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    await tx.db('accounts').where('id', tx.caller.accountId!).update({ language: input.language });
    return {};
  });
}

/**
 * The password is asked again before what could lock its owner out, and hashed outside of the transaction. A wrong
 * one counts like a wrong sign-in: a session that was left open must not be a place to guess at.
 */
export async function provePassword<Input extends { readonly password: string }>(
  { deps, caller, requestId }: Around,
  input: Input,
): Promise<Input> {
  const account = await inTransaction(deps, SYSTEM, requestId, (tx) =>
    findAccountById(tx.db, caller.accountId!),
  );
  const rests = account?.lockedUntil && account.lockedUntil > deps.clock.now();
  if (account && !rests && (await fitsPassword(account.passwordHash, input.password))) return input;
  if (account && !rests)
    await inTransaction(deps, SYSTEM, requestId, async (tx) => {
      const failures = account.failures + 1;
      const until = failures < 5 ? null : tx.db.raw(`now() + interval '15 minutes'`);
      await tx.db('accounts').where('id', account.id).update({ failures, locked_until: until });
    });
  throw new ApiError('wrong-credentials');
}

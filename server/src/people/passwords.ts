import type { peopleApi } from '@permit/domain/contract/people-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { needsSecondFactor } from '@permit/domain/staff/roles.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { confirmedAddresses, holderOf } from '../accounts/account-holder.ts';
import { findAccountByUsername, rolesOf, usernameIndex, type Account } from '../accounts/account-store.ts';
import { hashPassword } from '../accounts/password.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { actingParty, partiesOfRole } from '../http/acting-party.ts';
import type { Around } from '../http/route.ts';
import { newId, newPublicId } from '../ids.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { sendCode } from './contacts.ts';
import { issueCode, useCode } from './one-time-code.ts';
import { ownAccount, provePassword } from './own-account.ts';
import { endSessionsOf } from './sessions.ts';

/** Proves the old password and hashes the new one, both before the transaction. */
export async function provePasswordAndHash(
  around: Around,
  input: InputOf<typeof peopleApi.changePassword>,
): Promise<InputOf<typeof peopleApi.changePassword>> {
  await provePassword(around, input);
  return { ...input, newPassword: await hashPassword(input.newPassword) };
}

export function changePassword(
  tx: Tx,
  input: InputOf<typeof peopleApi.changePassword>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    await setPassword(tx, await ownAccount(tx), input.newPassword, 'password-changed');
    return {};
  });
}

export async function hashNewPassword(
  _around: unknown,
  input: InputOf<typeof peopleApi.finishRecovery>,
): Promise<InputOf<typeof peopleApi.finishRecovery>> {
  return { ...input, newPassword: await hashPassword(input.newPassword) };
}

/** Sends a code to the first confirmed address; says nothing of whether there is one. Staff go to their administrator. */
export async function startRecovery(
  tx: Tx,
  input: InputOf<typeof peopleApi.startRecovery>,
): Promise<Record<string, never>> {
  const account = await findAccountByUsername(tx.db, usernameIndex(tx.deps.keys, input.username));
  if (!account || !(await mayRecover(tx, account))) return {};
  const [to] = confirmedAddresses(holderOf(tx.deps.keys, account));
  const code = to && (await issueCode(tx, account.id, 'recovery'));
  if (to && code) await sendCode(tx, account, { event: 'recovery-code', ...to, code });
  return {};
}

/** Sets the password anew; a second factor stays, and every session ends. Wrong name and wrong code have one answer. */
export async function finishRecovery(
  tx: Tx,
  input: InputOf<typeof peopleApi.finishRecovery>,
): Promise<Record<string, never>> {
  const account = await findAccountByUsername(tx.db, usernameIndex(tx.deps.keys, input.username));
  const fits =
    account && (await mayRecover(tx, account)) && (await useCode(tx, account.id, 'recovery', input.code));
  if (!account || !fits) throw new ApiError('wrong-credentials', { commit: true });
  await setPassword(tx, account, input.newPassword, 'account-recovered');
  return {};
}

/** A clerk has seen papers; nothing changes before a second person has granted it. */
export function askCounterRecovery(
  tx: Tx,
  input: InputOf<typeof peopleApi.askCounterRecovery>,
): Promise<OutputOf<typeof peopleApi.askCounterRecovery>> {
  return asJob(tx, async () => {
    const account = await findAccountByUsername(tx.db, usernameIndex(tx.deps.keys, input.username));
    if (!account || !(await mayRecover(tx, account))) throw notFound();
    const recoveryId = newPublicId();
    await tx.db('counter_recoveries').insert({
      id: newId(),
      public_id: recoveryId,
      account_id: account.id,
      centre_party: actingParty(tx),
      papers: [...input.papers],
      asked_by: tx.caller.personId,
    });
    const fact = { act: 'recovery-asked', subjectKind: 'account', subjectId: account.publicId };
    await recordAudit(tx, { ...fact, purpose: 'counter', detail: { papers: input.papers } });
    return { recoveryId };
  });
}

interface CounterRecovery {
  id: string;
  account_id: string;
  asked_by: string;
  granted_at: Date | null;
  public_id: string;
}

/** Another person of the same centre grants it; the code goes to nobody but the person at the counter. */
export function grantCounterRecovery(
  tx: Tx,
  input: InputOf<typeof peopleApi.grantCounterRecovery>,
): Promise<OutputOf<typeof peopleApi.grantCounterRecovery>> {
  return asJob(tx, async () => {
    const recovery = await tx
      .db('counter_recoveries')
      .where('public_id', input.recoveryId)
      .whereIn('centre_party', [...partiesOfRole(tx)])
      .forUpdate()
      .first<CounterRecovery | undefined>();
    if (!recovery) throw notFound();
    if (recovery.granted_at) throw new ApiError('wrong-state');
    if (recovery.asked_by === tx.caller.personId) throw new ApiError('same-person');
    const granted = { granted_by: tx.caller.personId, granted_at: tx.db.fn.now() };
    await tx.db('counter_recoveries').where('id', recovery.id).update(granted);
    // Who lost the telephone lost the authenticator with it.
    await tx
      .db('accounts')
      .where('id', recovery.account_id)
      .update({ second_factor_sealed: null, failures: 0 });
    const code = await issueCode(tx, recovery.account_id, 'recovery');
    if (!code) throw new ApiError('too-many-requests', { retryAfterSeconds: 3_600 });
    const fact = { act: 'recovery-granted', subjectKind: 'recovery', subjectId: recovery.public_id };
    await recordAudit(tx, { ...fact, purpose: 'counter' });
    return { code };
  });
}

async function mayRecover(tx: Tx, account: Account): Promise<boolean> {
  if (account.disabled || account.machine) return false;
  return !(await rolesOf(tx.db, account.id)).some(({ role }) => needsSecondFactor(role));
}

async function setPassword(
  tx: Tx,
  account: Account,
  passwordHash: string,
  act: 'password-changed' | 'account-recovered',
): Promise<void> {
  const fresh = { password_hash: passwordHash, failures: 0, locked_until: null };
  await tx.db('accounts').where('id', account.id).update(fresh);
  await endSessionsOf(tx, account.id, act);
  await recordAudit(tx, { act, subjectKind: 'account', subjectId: account.publicId, purpose: 'own-account' });
  const at = tx.deps.clock.now().toISOString();
  const key = `${act}:${account.id}:${at}`;
  await queueMessage(tx, { event: 'account-recovered', key, to: { account: account.id }, values: { at } });
}

import type { peopleApi } from '@permit/domain/contract/people-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { needsSecondFactor } from '@permit/domain/staff/roles.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { holderOf } from '../accounts/account-holder.ts';
import { rolesOf, type Account } from '../accounts/account-store.ts';
import { newSecondFactor, secondFactorUri, stepOfCode } from '../accounts/second-factor.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';
import { openBytes, personKey, sealBytes } from '../vault/person-vault.ts';
import { ownAccount } from './own-account.ts';

const keyOf = (tx: Tx, account: Account) =>
  personKey(tx.deps.keys, account.personId, account.personKeyWrapped!);

/** A new secret that counts only once its first code was typed: a half-done set-up locks nobody out. */
export function startSecondFactor(tx: Tx): Promise<OutputOf<typeof peopleApi.startSecondFactor>> {
  return asJob(tx, async () => {
    const account = await ownAccount(tx);
    const secret = newSecondFactor();
    const sealed = sealBytes(keyOf(tx, account), 'second-factor', Buffer.from(secret));
    await tx.db('accounts').where('id', account.id).update({ pending_factor_sealed: sealed });
    return { secondFactorUri: secondFactorUri(holderOf(tx.deps.keys, account).username, secret) };
  });
}

export function confirmSecondFactor(
  tx: Tx,
  input: InputOf<typeof peopleApi.confirmSecondFactor>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const account = await ownAccount(tx);
    const sealed = account.pendingFactorSealed;
    if (!sealed) throw new ApiError('wrong-state');
    const step = stepOf(tx, account, sealed, input.code);
    if (step === undefined) throw new ApiError('refused', { detailCode: 'code-wrong' });
    const set = { second_factor_sealed: sealed, pending_factor_sealed: null, last_code_step: step };
    await tx.db('accounts').where('id', account.id).update(set);
    await audit(tx, account, 'second-factor-set');
    return {};
  });
}

export function removeSecondFactor(
  tx: Tx,
  input: InputOf<typeof peopleApi.removeSecondFactor>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const account = await ownAccount(tx);
    const roles = await rolesOf(tx.db, account.id);
    if (roles.some(({ role }) => needsSecondFactor(role))) throw new ApiError('not-permitted');
    const sealed = account.secondFactorSealed;
    if (!sealed) throw new ApiError('wrong-state');
    const step = stepOf(tx, account, sealed, input.code);
    if (step === undefined || step <= account.lastCodeStep)
      throw new ApiError('refused', { detailCode: 'code-wrong' });
    await tx
      .db('accounts')
      .where('id', account.id)
      .update({ second_factor_sealed: null, last_code_step: step });
    await audit(tx, account, 'second-factor-removed');
    return {};
  });
}

function stepOf(tx: Tx, account: Account, sealed: Buffer, code: string): number | undefined {
  const secret = openBytes(keyOf(tx, account), 'second-factor', sealed).toString('utf8');
  return stepOfCode(secret, code, tx.deps.clock.now());
}

const audit = (tx: Tx, { publicId }: Account, act: string) =>
  recordAudit(tx, { act, subjectKind: 'account', subjectId: publicId, purpose: 'own-account' });

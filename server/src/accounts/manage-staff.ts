import type { accountsApi } from '@permit/domain/contract/accounts-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { bareThaiNumber, isThaiNationalId } from '@permit/domain/people/thai-id.ts';
import { MACHINE_ROLES, needsSecondFactor, type Role } from '@permit/domain/staff/roles.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { setFirstContact } from '../people/contacts.ts';
import { newId, newPublicId } from '../ids.ts';
import { personKey, sealBytes } from '../vault/person-vault.ts';
import { findAccountByPublicId, type Account } from './account-store.ts';
import { holderOf } from './account-holder.ts';
import { hashPassword } from './password.ts';
import { createAccount, grantRole } from './create-account.ts';
import { newSecondFactor, secondFactorUri } from './second-factor.ts';

/** The password arrives hashed: `hashFirst` ran before the transaction was opened. */
export async function hashFirst<Input extends { readonly password: string }>(
  _around: unknown,
  input: Input,
): Promise<Input> {
  return { ...input, password: await hashPassword(input.password) };
}

/** Staff who are people are tied to their identity number; machines have none. */
function naturalPersonOf(tx: Tx, role: Role, nationalId: string | undefined): Buffer | undefined {
  if ((MACHINE_ROLES as readonly Role[]).includes(role)) return undefined;
  if (nationalId === undefined) throw new ApiError('refused', { detailCode: 'identity-number-wanted' });
  const number = bareThaiNumber(nationalId);
  if (!isThaiNationalId(number))
    throw new ApiError('invalid-input', { fields: [{ path: 'nationalId', code: 'not-an-identity-number' }] });
  return tx.deps.keys.blindIndex('natural-person', number);
}

/** Opens an account of staff; the secret of the second factor is answered this once. */
export function createStaff(
  tx: Tx,
  input: InputOf<typeof accountsApi.createStaff>,
): Promise<OutputOf<typeof accountsApi.createStaff>> {
  return asJob(tx, async () => {
    const role = input.role as Role;
    const secondFactor = needsSecondFactor(role) ? newSecondFactor() : undefined;
    const { username, displayName } = input;
    const created = await createAccount(tx, {
      username,
      passwordHash: input.password,
      displayName,
      naturalPerson: naturalPersonOf(tx, role, input.nationalId),
      ...(secondFactor ? { secondFactor } : {}),
    });
    await grantRole(tx, created.accountId, {
      role,
      partyId: await partyIdOf(tx, input.partyId),
      orderNo: input.orderNo,
    });
    await audit(tx, 'staff-created', created.publicId, { role });
    return {
      accountId: created.publicId,
      ...(secondFactor ? { secondFactorUri: secondFactorUri(username, secondFactor) } : {}),
    };
  });
}

/** Opens an account for a member of the public together with the party that it acts for. */
export async function registerAccount(
  tx: Tx,
  input: InputOf<typeof accountsApi.registerAccount>,
): Promise<OutputOf<typeof accountsApi.registerAccount>> {
  const { username, password: passwordHash, displayName, language, contact } = input;
  const created = await createAccount(tx, { username, passwordHash, displayName, language });
  if (contact) await setFirstContact(tx, created.accountId, contact);
  const party = { id: newId(), public_id: newPublicId(), kind: input.kind, person_id: created.personId };
  await tx.db('parties').insert(party);
  await grantRole(tx, created.accountId, { role: input.kind, partyId: party.id });
  await audit(tx, 'account-registered', created.publicId, { kind: input.kind });
  return { accountId: created.publicId, partyId: party.public_id };
}

/** Ends an account and every session of it. */
export function disableStaff(
  tx: Tx,
  input: InputOf<typeof accountsApi.disableStaff>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const account = await accountOf(tx, input.accountId);
    await tx.db('accounts').where('id', account.id).update({ disabled_at: tx.db.fn.now() });
    const ended = { ended_at: tx.db.fn.now(), end_reason: 'account-disabled' };
    await tx.db('sessions').where('account_id', account.id).whereNull('ended_at').update(ended);
    await audit(tx, 'staff-disabled', account.publicId, {});
    return {};
  });
}

/** Gives a role by a written order, for a time. */
export function assignRole(
  tx: Tx,
  input: InputOf<typeof accountsApi.assignRole>,
): Promise<Record<string, never>> {
  return asJob(tx, async () => {
    const account = await accountOf(tx, input.accountId);
    const { orderNo, until } = input;
    await grantRole(tx, account.id, {
      role: input.role as Role,
      partyId: await partyIdOf(tx, input.partyId),
      orderNo,
      until,
    });
    await audit(tx, 'role-assigned', account.publicId, { role: input.role, orderNo });
    return {};
  });
}

/** Replaces a lost second factor; the new secret is answered this once. */
export function resetFactor(
  tx: Tx,
  input: InputOf<typeof accountsApi.resetFactor>,
): Promise<OutputOf<typeof accountsApi.resetFactor>> {
  return asJob(tx, async () => {
    const account = await accountOf(tx, input.accountId);
    const secret = newSecondFactor();
    const key = personKey(tx.deps.keys, account.personId, account.personKeyWrapped!);
    const sealed = sealBytes(key, 'second-factor', Buffer.from(secret));
    await tx
      .db('accounts')
      .where('id', account.id)
      .update({ second_factor_sealed: sealed, last_code_step: 0 });
    await audit(tx, 'second-factor-reset', account.publicId, {});
    return { secondFactorUri: secondFactorUri(holderOf(tx.deps.keys, account).username, secret) };
  });
}

async function accountOf(tx: Tx, publicId: string): Promise<Account> {
  const account = await findAccountByPublicId(tx.db, publicId);
  if (!account) throw notFound();
  return account;
}

async function partyIdOf(tx: Tx, publicId: string): Promise<string> {
  const party = await tx.db('parties').where('public_id', publicId).first<{ id: string } | undefined>('id');
  if (!party) throw notFound();
  return party.id;
}

async function audit(tx: Tx, act: string, subjectId: string, detail: Record<string, unknown>): Promise<void> {
  await recordAudit(tx, { act, subjectKind: 'account', subjectId, purpose: 'staff', detail });
}

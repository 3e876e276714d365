import type { Role } from '@permit/domain/staff/roles.ts';
import type { Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import { newPersonKey, sealBytes, sealJson } from '../vault/person-vault.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { sealHolder, type Contact } from './account-holder.ts';
import { usernameIndex } from './account-store.ts';
import { hashPassword } from './password.ts';

export interface NewAccount {
  readonly username: string;
  readonly password: string;
  readonly displayName: string;
  readonly language?: Language;
  readonly email?: Contact | undefined;
  readonly phone?: Contact | undefined;
  readonly secondFactor?: string;
  readonly machine?: boolean;
  readonly demo?: boolean;
}

export interface CreatedAccount {
  readonly accountId: string;
  readonly publicId: string;
  readonly personId: string;
}

/** Inserts the person and the account; runs as the job class. A username that is taken is a `conflict`. */
export async function createAccount(tx: Tx, account: NewAccount): Promise<CreatedAccount> {
  const { keys } = tx.deps;
  const person = newPersonKey(keys, newId());
  const { displayName, username, email, phone } = account;
  const holder = { displayName, username, email, phone };
  await tx.db('people').insert({
    id: person.personId,
    wrapped_key: person.wrapped,
    sealed: sealJson(person, 'person', {}),
    language: account.language ?? 'th',
  });
  const created = { accountId: newId(), publicId: newPublicId(), personId: person.personId };
  await tx.db('accounts').insert({
    id: created.accountId,
    public_id: created.publicId,
    person_id: person.personId,
    username_index: usernameIndex(keys, account.username),
    password_hash: await hashPassword(account.password),
    second_factor_sealed: account.secondFactor
      ? sealBytes(person, 'second-factor', Buffer.from(account.secondFactor))
      : null,
    profile_sealed: sealHolder(person, holder),
    language: account.language ?? 'th',
    machine: account.machine ?? false,
    demo: account.demo ?? false,
  });
  return created;
}

/** Gives an account a role for a party, by a written order where one is needed. */
export async function grantRole(
  tx: Tx,
  accountId: string,
  grant: { role: Role; partyId: string; orderNo?: string | undefined; until?: string | undefined },
): Promise<void> {
  await tx
    .db('account_roles')
    .insert({
      id: newId(),
      account_id: accountId,
      role: grant.role,
      party_id: grant.partyId,
      order_no: grant.orderNo ?? null,
      valid_until: grant.until ?? null,
      granted_by: tx.caller.personId ?? null,
    })
    .onConflict(['account_id', 'role', 'party_id'])
    .merge(['order_no', 'valid_until', 'granted_by']);
}

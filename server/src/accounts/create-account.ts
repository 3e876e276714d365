import type { Role } from '@permit/domain/staff/roles.ts';
import type { Tx } from '../database/transaction.ts';
import { newId, newPublicId } from '../ids.ts';
import { newPersonKey, personKey, sealBytes, sealJson, type PersonKey } from '../vault/person-vault.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { sealHolder, type Contact } from './account-holder.ts';
import { usernameIndex } from './account-store.ts';
import { hashPassword } from './password.ts';

export interface NewAccount {
  readonly username: string;
  /** In the clear, or hashed before the transaction was opened (`passwordHash`). */
  readonly password?: string;
  readonly passwordHash?: string;
  readonly displayName: string;
  readonly language?: Language;
  readonly email?: Contact | undefined;
  readonly phone?: Contact | undefined;
  /** Keyed hash of the identity number: an account of somebody known joins their person. */
  readonly naturalPerson?: Buffer | undefined;
  readonly secondFactor?: string;
  readonly machine?: boolean;
  readonly demo?: boolean;
}

export interface CreatedAccount {
  readonly accountId: string;
  readonly publicId: string;
  readonly personId: string;
}

/** Inserts the account, and the person unless the human is known; runs as the job class. A username that is taken is a `conflict`. */
export async function createAccount(tx: Tx, account: NewAccount): Promise<CreatedAccount> {
  const { keys } = tx.deps;
  const person = await personOf(tx, account);
  const { displayName, username, email, phone, secondFactor, passwordHash, password = '' } = account;
  const created = { accountId: newId(), publicId: newPublicId(), personId: person.personId };
  await tx.db('accounts').insert({
    id: created.accountId,
    public_id: created.publicId,
    person_id: person.personId,
    username_index: usernameIndex(keys, username),
    password_hash: passwordHash ?? (await hashPassword(password)),
    second_factor_sealed: secondFactor ? sealBytes(person, 'second-factor', Buffer.from(secondFactor)) : null,
    profile_sealed: sealHolder(person, { displayName, username, email, phone }),
    language: account.language ?? 'th',
    machine: account.machine ?? false,
    demo: account.demo ?? false,
  });
  return created;
}

/** One human is one person, whatever number of accounts: then no rule of four eyes can be met by changing accounts. */
async function personOf(tx: Tx, account: NewAccount): Promise<PersonKey> {
  const { keys } = tx.deps;
  const known =
    account.naturalPerson &&
    (await tx
      .db('people')
      .where('natural_person', account.naturalPerson)
      .whereNotNull('wrapped_key')
      .first<{ id: string; wrapped_key: Buffer } | undefined>('id', 'wrapped_key'));
  if (known) return personKey(keys, known.id, known.wrapped_key);
  const person = newPersonKey(keys, newId());
  await tx.db('people').insert({
    id: person.personId,
    wrapped_key: person.wrapped,
    sealed: sealJson(person, 'person', {}),
    language: account.language ?? 'th',
    natural_person: account.naturalPerson ?? null,
  });
  return person;
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

import type { Language } from '@permit/domain/texts/text.ts';
import type { Role } from '@permit/domain/staff/roles.ts';
import type { Database } from '../database/database.ts';
import type { KeyStore } from '../vault/key-store.ts';

/** An account as sign-in needs it, with the sealed parts still sealed. */
export interface Account {
  readonly id: string;
  readonly publicId: string;
  readonly personId: string;
  readonly passwordHash: string;
  readonly secondFactorSealed: Buffer | undefined;
  /** A secret that was shown and not yet confirmed by a code. */
  readonly pendingFactorSealed: Buffer | undefined;
  readonly lastCodeStep: number;
  readonly machine: boolean;
  readonly demo: boolean;
  readonly failures: number;
  readonly lockedUntil: Date | undefined;
  readonly disabled: boolean;
  readonly personKeyWrapped: Buffer | undefined;
  readonly personSealed: Buffer;
  /** Name, user name and contacts of this account (account-holder.ts); older accounts have them on the person. */
  readonly profileSealed: Buffer | undefined;
  readonly language: Language;
}

interface AccountRow {
  id: string;
  public_id: string;
  person_id: string;
  password_hash: string;
  second_factor_sealed: Buffer | null;
  pending_factor_sealed: Buffer | null;
  last_code_step: number;
  machine: boolean;
  demo: boolean;
  failures: number;
  locked_until: Date | null;
  disabled_at: Date | null;
  wrapped_key: Buffer | null;
  sealed: Buffer;
  profile_sealed: Buffer | null;
  language: Language;
}

/** Usernames are found by blind index: a dump shows none. */
export function usernameIndex(keys: KeyStore, username: string): Buffer {
  return keys.blindIndex('username', username.trim().toLowerCase().normalize('NFC'));
}

const selectAccount = (db: Database) =>
  db('accounts as a').join('people as p', 'p.id', 'a.person_id').select('a.*', 'p.wrapped_key', 'p.sealed');

/** The account of a username index, locked for the length of a sign-in so that attempts count one by one. */
export async function findAccountForSignIn(db: Database, index: Buffer): Promise<Account | undefined> {
  const row = await selectAccount(db)
    .where('a.username_index', index)
    .forUpdate('a')
    .first<AccountRow | undefined>();
  return row && fromRow(row);
}

export async function findAccountByUsername(db: Database, index: Buffer): Promise<Account | undefined> {
  const row = await selectAccount(db).where('a.username_index', index).first<AccountRow | undefined>();
  return row && fromRow(row);
}

export async function findAccountById(db: Database, id: string): Promise<Account | undefined> {
  const row = await selectAccount(db).where('a.id', id).first<AccountRow | undefined>();
  return row && fromRow(row);
}

export async function findAccountByPublicId(db: Database, publicId: string): Promise<Account | undefined> {
  const row = await selectAccount(db).where('a.public_id', publicId).first<AccountRow | undefined>();
  return row && fromRow(row);
}

export async function findAccountByPersonId(db: Database, personId: string): Promise<Account | undefined> {
  const row = await selectAccount(db).where('a.person_id', personId).first<AccountRow | undefined>();
  return row && fromRow(row);
}

export interface HeldRole {
  readonly role: Role;
  readonly partyId: string;
  /** The end of an order or of a role given for a time. */
  readonly until: Date | undefined;
  readonly partyPublicId: string;
  readonly partyName: string;
}

/** Roles in force now, by assignment or by a written order, with the public face of their parties. */
export async function rolesOf(db: Database, accountId: string): Promise<readonly HeldRole[]> {
  const rows = await db('roles_in_force as r')
    .join('parties as p', 'p.id', 'r.party_id')
    .where('r.account_id', accountId)
    .orderBy('r.sort')
    .select<RoleRow[]>('r.role', 'r.party_id', 'r.valid_until', 'p.public_id', 'p.name_th', 'p.name_en');
  return rows.map((row) => ({
    role: row.role,
    partyId: row.party_id,
    until: row.valid_until ?? undefined,
    partyPublicId: row.public_id,
    partyName: row.name_th ?? row.name_en ?? '',
  }));
}

interface RoleRow {
  role: Role;
  party_id: string;
  valid_until: Date | null;
  public_id: string;
  name_th: string | null;
  name_en: string | null;
}

function fromRow(row: AccountRow): Account {
  return {
    id: row.id,
    publicId: row.public_id,
    personId: row.person_id,
    passwordHash: row.password_hash,
    secondFactorSealed: row.second_factor_sealed ?? undefined,
    pendingFactorSealed: row.pending_factor_sealed ?? undefined,
    lastCodeStep: row.last_code_step,
    machine: row.machine,
    demo: row.demo,
    failures: row.failures,
    lockedUntil: row.locked_until ?? undefined,
    disabled: row.disabled_at !== null,
    personKeyWrapped: row.wrapped_key ?? undefined,
    personSealed: row.sealed,
    profileSealed: row.profile_sealed ?? undefined,
    language: row.language,
  };
}

import type { KeyStore } from '../vault/key-store.ts';
import { openJson, personKey, sealJson, type PersonKey } from '../vault/person-vault.ts';
import type { Account } from './account-store.ts';

/** Where an account's holder can be reached; used for messages and recovery only once it is confirmed. */
export interface Contact {
  readonly address: string;
  readonly confirmed: boolean;
}

/** What is sealed of an account; a worker's own record has more (applications/worker-record.ts). */
export interface AccountHolder {
  readonly displayName: string;
  readonly username: string;
  readonly email?: Contact | undefined;
  readonly phone?: Contact | undefined;
  /** A new address that waits for its code. */
  readonly pending?: { readonly channel: Channel; readonly address: string } | undefined;
}

const ERASED: AccountHolder = { displayName: '', username: '' };

/** Opens the holder's name and contacts; an erased person has none. */
export function holderOf(
  keys: KeyStore,
  account: Pick<Account, 'personId' | 'personKeyWrapped' | 'personSealed' | 'profileSealed'>,
): AccountHolder {
  if (!account.personKeyWrapped) return ERASED;
  const key = personKey(keys, account.personId, account.personKeyWrapped);
  if (account.profileSealed) return openJson<AccountHolder>(key, 'account', account.profileSealed);
  return openJson<AccountHolder>(key, 'person', account.personSealed);
}

/** Seals what is known of an account's holder, for the account's row. */
export function sealHolder(key: PersonKey, holder: AccountHolder): Buffer {
  return sealJson(key, 'account', holder);
}

export type Channel = 'email' | 'sms';

/** Where messages go: every confirmed address, the preferred one first. E-mail has room to say what is missing. */
export function confirmedAddresses(holder: AccountHolder): readonly { channel: Channel; address: string }[] {
  const { email, phone } = holder;
  return [
    ...(email?.confirmed ? [{ channel: 'email' as const, address: email.address }] : []),
    ...(phone?.confirmed ? [{ channel: 'sms' as const, address: phone.address }] : []),
  ];
}

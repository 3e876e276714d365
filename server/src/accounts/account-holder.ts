import type { KeyStore } from '../vault/key-store.ts';
import { openJson, personKey } from '../vault/person-vault.ts';
import type { Account } from './account-store.ts';

/** What an account's own person record says; a worker's record has more (applications/worker-record.ts). */
export interface AccountHolder {
  readonly displayName: string;
  readonly username: string;
}

/** Opens the holder's name; an erased person has none. */
export function holderOf(keys: KeyStore, account: Account): AccountHolder {
  if (!account.personKeyWrapped) return { displayName: '', username: '' };
  const key = personKey(keys, account.personId, account.personKeyWrapped);
  return openJson<AccountHolder>(key, 'person', account.personSealed);
}

import type { KeyStore } from './key-store.ts';
import { openJson, personKey, sealJson, type PersonKey } from './person-vault.ts';

/** What stands in a column of words where there is nobody to name: of erased people nothing is kept. */
export const NO_WORDS = Buffer.alloc(0);

/** A reason or note in somebody's own words, sealed under the key of the person whom it is about. */
export function sealWords(key: PersonKey, words: string): Buffer {
  return sealJson(key, 'words', words);
}

/** The words in the clear; undefined where none were kept or the person was erased. */
export function openWords(
  keys: KeyStore,
  person: { readonly id: string; readonly wrappedKey: Buffer | null | undefined },
  sealed: Buffer | null,
): string | undefined {
  if (!sealed?.length || !person.wrappedKey) return undefined;
  return openJson<string>(personKey(keys, person.id, person.wrappedKey), 'words', sealed);
}

import { asJob, type Tx } from '../database/transaction.ts';
import { personKey } from '../vault/person-vault.ts';
import { NO_WORDS, openWords, sealWords } from '../vault/sealed-words.ts';

/*
 * Reasons and notes on records that carry no key of their own. The key is read as the job class: who may see the record
 * need not see the person. Not to be called within asJob, which does not nest.
 */

/** Seals words under a person's key. */
export async function sealWordsOf(tx: Tx, personId: string, words: string): Promise<Buffer> {
  const wrappedKey = (await keysOf(tx, [personId])).get(personId);
  return wrappedKey ? sealWords(personKey(tx.deps.keys, personId, wrappedKey), words) : NO_WORDS;
}

export type WordsReader = (personId: string | null, sealed: Buffer | null) => string | undefined;

/** Opens the words of many rows with one query for all their people. */
export async function readerOfWords(tx: Tx, personIds: readonly (string | null)[]): Promise<WordsReader> {
  const ids = [...new Set(personIds.filter((id) => id !== null))];
  const wrapped = ids.length > 0 ? await keysOf(tx, ids) : new Map<string, Buffer | null>();
  return (id, sealed) =>
    id === null ? undefined : openWords(tx.deps.keys, { id, wrappedKey: wrapped.get(id) }, sealed);
}

async function keysOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Buffer | null>> {
  const rows = await asJob(tx, () =>
    tx
      .db('people')
      .whereIn('id', [...ids])
      .select<{ id: string; wrapped_key: Buffer | null }[]>('id', 'wrapped_key'),
  );
  return new Map(rows.map(({ id, wrapped_key }) => [id, wrapped_key]));
}

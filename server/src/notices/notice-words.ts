import { asJob, type Tx } from '../database/transaction.ts';
import { openJson, personKey, sealJson } from '../vault/person-vault.ts';
import type { NoticeRow } from './notice-store.ts';

/** An item that the officer names for correction, with the reason in their own words. */
export interface AskedItem {
  readonly row?: number | undefined;
  readonly item: string;
  readonly reason: string;
}

/** What officer and filer wrote on a notice; sealed under the key of its body (docs/decisions/0024). */
export interface NoticeWords {
  readonly requested: readonly AskedItem[];
  /** A note on a move, by the place of the move in the notice's history, from 0. */
  readonly notes: Readonly<Record<number, string>>;
}

const NONE: NoticeWords = { requested: [], notes: {} };

/** The words of a notice in the clear. */
export function openNoticeWords(tx: Tx, notice: NoticeRow, wrappedKey: Buffer): NoticeWords {
  if (!notice.words_sealed) return NONE;
  const key = personKey(tx.deps.keys, notice.body_person, wrappedKey);
  return openJson<NoticeWords>(key, 'words', notice.words_sealed);
}

/**
 * Columns for the next move of a notice: rows and items stay readable, reasons and the note of the move are sealed.
 * Nothing of it is kept where the person of the body was erased.
 */
export async function noticeWordColumns(
  tx: Tx,
  notice: NoticeRow,
  { requested = [], note }: { requested?: readonly AskedItem[]; note?: string | undefined },
): Promise<{ requested: string; words_sealed: Buffer | null }> {
  const readable = JSON.stringify(requested.map(({ row, item }) => ({ row, item })));
  const { wrapped, moves } = await asJob(tx, () => keyAndMoves(tx, notice));
  if (!wrapped) return { requested: readable, words_sealed: null };
  const before = openNoticeWords(tx, notice, wrapped).notes;
  const words: NoticeWords = { requested, notes: note ? { ...before, [moves]: note } : before };
  const key = personKey(tx.deps.keys, notice.body_person, wrapped);
  return { requested: readable, words_sealed: sealJson(key, 'words', words) };
}

async function keyAndMoves(tx: Tx, notice: NoticeRow): Promise<{ wrapped: Buffer | null; moves: number }> {
  const person = await tx
    .db('people')
    .where('id', notice.body_person)
    .first<{ wrapped_key: Buffer | null }>('wrapped_key');
  const { moves } = await tx
    .db('state_history')
    .where('record_id', notice.id)
    .first<{ moves: number }>(tx.db.raw('count(*)::int AS moves'));
  return { wrapped: person.wrapped_key, moves };
}

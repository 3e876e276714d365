import { randomInt } from 'node:crypto';
import type { Tx } from '../database/transaction.ts';
import { newId } from '../ids.ts';

type Purpose = 'contact' | 'recovery';

const DIGITS = 8;
const MINUTES = 15;
const ATTEMPTS = 5;
/** Codes of one account and purpose within an hour: more would fill a telephone, or be guessed at. */
const CODES_AN_HOUR = 5;

const hashOf = (tx: Tx, accountId: string, code: string) =>
  tx.deps.keys.blindIndex('one-time-code', `${accountId} ${code}`);

/** A fresh code of eight digits that takes the place of the one before; undefined where there were too many. */
export async function issueCode(tx: Tx, accountId: string, purpose: Purpose): Promise<string | undefined> {
  const codes = tx.db('account_codes').where({ account_id: accountId, purpose });
  const recent = await codes
    .clone()
    .whereRaw(`created_at > now() - interval '1 hour'`)
    .count<{ count: number }[]>('*');
  if (recent[0]!.count >= CODES_AN_HOUR) return undefined;
  await codes.clone().whereNull('used_at').update({ used_at: tx.db.fn.now() });
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
  await tx.db('account_codes').insert({
    id: newId(),
    account_id: accountId,
    purpose,
    code_hash: hashOf(tx, accountId, code),
    expires_at: tx.db.raw('now() + make_interval(mins => ?)', [MINUTES]),
  });
  return code;
}

/** Uses a code up; false where it is wrong, old or was tried too often. The try counts in the caller's transaction. */
export async function useCode(tx: Tx, accountId: string, purpose: Purpose, code: string): Promise<boolean> {
  const row = await tx
    .db('account_codes')
    .where({ account_id: accountId, purpose })
    .whereNull('used_at')
    .whereRaw('expires_at > now()')
    .forUpdate()
    .first<{ id: string; code_hash: Buffer; attempts: number } | undefined>('id', 'code_hash', 'attempts');
  if (!row || row.attempts >= ATTEMPTS) return false;
  const fits = row.code_hash.equals(hashOf(tx, accountId, code));
  const changes = fits ? { used_at: tx.db.fn.now() } : { attempts: row.attempts + 1 };
  await tx.db('account_codes').where('id', row.id).update(changes);
  return fits;
}

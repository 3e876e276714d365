import { statement } from '../database/statement.ts';
import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';

const AT_ONCE = 100;
/** Far longer than any request may take between writing its files and its commit. */
const LEFT_AFTER_MINUTES = 60;

const TAKE = statement<{ blob_key: string }>(
  `UPDATE staged_blobs SET swept_at = now() WHERE blob_key IN (
     SELECT blob_key FROM staged_blobs WHERE staged_at < now() - make_interval(mins => $1::int)
     ORDER BY staged_at LIMIT $2::int FOR UPDATE SKIP LOCKED)
   RETURNING blob_key`,
);
const FORGET = statement(
  'DELETE FROM staged_blobs WHERE blob_key IN (SELECT jsonb_array_elements_text($1::jsonb))',
);

/**
 * Takes away files whose transaction never came: first no transaction can claim them any more, then the bytes go, then
 * their names, so that a kill between leaves names that the next turn finds. Answers how many went.
 */
export async function sweepStagedBlobs(deps: Deps, olderThanMinutes = LEFT_AFTER_MINUTES): Promise<number> {
  const keys = await inTransaction(deps, SYSTEM, 'sweep-staged-blobs', async (tx) => {
    const [rows] = await tx.ask(TAKE(olderThanMinutes, AT_ONCE));
    return rows.map(({ blob_key }) => blob_key);
  });
  for (const key of keys) await deps.blobs.delete(key);
  if (keys.length > 0)
    await inTransaction(deps, SYSTEM, 'sweep-staged-blobs', async (tx) =>
      tx.tell(FORGET(JSON.stringify(keys))),
    );
  return keys.length;
}

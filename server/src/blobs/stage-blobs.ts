import { statement } from '../database/statement.ts';
import { inTransaction, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { ApiError } from '../errors.ts';
import { newBlobKey } from './blob-key.ts';

const STAGE = statement('INSERT INTO staged_blobs (blob_key) SELECT jsonb_array_elements_text($1::jsonb)');
const CLAIM = statement<{ blob_key: string }>(
  `DELETE FROM staged_blobs WHERE swept_at IS NULL AND blob_key IN (SELECT jsonb_array_elements_text($1::jsonb))
   RETURNING blob_key`,
);

/**
 * Stores sealed bytes before the transaction that will speak of them, so that a slow store never holds a connection of
 * the database (docs/decisions/0052). Their names are written down first: what no transaction claims is swept.
 */
export async function stageBlobs(deps: Deps, pieces: readonly Uint8Array[]): Promise<string[]> {
  const named = pieces.map((bytes) => ({ bytes, key: newBlobKey() }));
  const keys = named.map(({ key }) => key);
  if (keys.length === 0) return keys;
  await inTransaction(deps, SYSTEM, 'stage-blobs', async (tx) => tx.tell(STAGE(JSON.stringify(keys))));
  await Promise.all(named.map(({ bytes, key }) => deps.blobs.put(bytes, key)));
  return keys;
}

/**
 * The transaction's rows speak of these files from now on; refuses where the sweeper was here first. Runs as the job
 * class: nobody else sees which files are on their way.
 */
export function claimBlobs(tx: Tx, keys: readonly string[]): void {
  if (keys.length === 0) return;
  tx.expect(CLAIM(JSON.stringify(keys)), (claimed) => {
    if (claimed.length !== keys.length) throw new ApiError('unavailable', { retryAfterSeconds: 1 });
  });
}

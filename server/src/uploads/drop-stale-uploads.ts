import { inTransaction, SYSTEM } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { chunksOf } from './upload-store.ts';

const AT_ONCE = 20;

/**
 * Takes away uploads whose time is over: first the bytes, then the rows, so that a kill between leaves rows that the
 * next turn finds again. Answers how many went.
 */
export async function dropStaleUploads(deps: Deps): Promise<number> {
  return inTransaction(deps, SYSTEM, 'drop-stale-uploads', async ({ db }) => {
    const stale = await db('uploads')
      .where('expires_at', '<', db.fn.now())
      .limit(AT_ONCE)
      .forUpdate()
      .skipLocked()
      .pluck<string[]>('id');
    for (const id of stale) {
      for (const { blobKey } of await chunksOf(db, id)) await deps.blobs.delete(blobKey);
      await db('upload_chunks').where('upload_id', id).delete();
      await db('uploads').where('id', id).delete();
    }
    return stale.length;
  });
}

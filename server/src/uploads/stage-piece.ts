import { stageBlobs } from '../blobs/stage-blobs.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Around } from '../http/route.ts';
import { sealChunk } from './sealed-chunk.ts';
import { findUpload } from './upload-store.ts';

interface Piece {
  readonly uploadId: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Seals and stores a piece before the transaction that counts it: a store that is slow for one line holds no connection
 * of the database. A piece that is not the next one is left to the action, which says what it thinks of it.
 */
export function stagedPieces() {
  const staged = new WeakMap<Uint8Array, string>();
  return {
    async before<Input extends Piece>(around: Around, input: Input): Promise<Input> {
      const { deps, caller, requestId } = around;
      const upload = await inTransaction(deps, caller, requestId, ({ db }) => findUpload(db, input.uploadId));
      const fits =
        upload?.received === input.offset &&
        input.bytes.length > 0 &&
        input.offset + input.bytes.length <= upload.bytes;
      if (!fits) return input;
      const [key] = await stageBlobs(deps, [sealChunk(deps.keys, upload, input.offset, input.bytes)]);
      staged.set(input.bytes, key!);
      return input;
    },
    /** The key of the stored piece; undefined where it was not the next one when it came. */
    of: (bytes: Uint8Array): string | undefined => staged.get(bytes),
  };
}

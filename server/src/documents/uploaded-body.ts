import { UPLOAD_LIMITS } from '@permit/domain/contract/uploads-api.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { readUpload, type UploadReader } from '../uploads/upload-reader.ts';
import { findUpload, letUploadGo } from '../uploads/upload-store.ts';
import { takenOrRefused, type Keeping } from './file-body.ts';
import { sentAs } from './intake/examined.ts';
import { turnOfCaller } from './intake/turn-of-caller.ts';
import type { IntakePool } from './intake/intake-pool.ts';

interface Uploaded {
  readonly uploadId: string;
  readonly kind: string;
}

/** The same as `fileBody` for a file that arrived in pieces before: what was made of it travels beside the input. */
export function uploadedBody<Subject, Ground, Stored>(
  intake: IntakePool,
  keeping: Keeping<Subject, Ground, Stored>,
) {
  const stored = new WeakMap<object, Stored>();
  return {
    async before<Input extends Uploaded & Subject>(around: Around, input: Input): Promise<Input> {
      const { deps, caller, requestId } = around;
      const found = await inTransaction(deps, caller, requestId, async (tx) => ({
        ground: await keeping.ground(tx, input),
        reader: await readerOf(tx, input.uploadId),
      }));
      // Gone after its first use: then only the repeat of that use has an answer, and the action says so.
      if (found.ground === undefined || !found.reader) return input;
      const bytes = await found.reader.read(0, UPLOAD_LIMITS.document);
      const examined = await intake.examine(bytes, sentAs(input.kind), turnOfCaller(caller));
      const taken = await takenOrRefused(around, bytes, examined);
      stored.set(input, await keeping.store(deps, found.ground, taken));
      return input;
    },
    of(input: Uploaded): Stored {
      const found = stored.get(input);
      if (!found) throw notFound();
      return found;
    },
  };
}

/** Opens a finished upload of the caller; its pieces are read once no transaction is open. */
async function readerOf(tx: Tx, uploadId: string): Promise<UploadReader | undefined> {
  const upload = await findUpload(tx.db, uploadId);
  if (upload?.purpose !== 'document') return undefined;
  if (upload.received !== upload.bytes)
    throw new ApiError('wrong-state', { detailCode: 'upload-not-complete' });
  return readUpload(tx.deps, tx.db, upload);
}

/** The pieces are not needed any more: the paper lies sealed with its case. */
export async function letPiecesGo(tx: Tx, { uploadId }: Uploaded): Promise<void> {
  const upload = await findUpload(tx.db, uploadId);
  if (upload) await letUploadGo(tx.db, upload.id);
}

import { UPLOAD_LIMITS } from '@permit/domain/contract/uploads-api.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import type { Around } from '../http/route.ts';
import { readUpload } from '../uploads/upload-reader.ts';
import { findUpload, letUploadGo } from '../uploads/upload-store.ts';
import { takenOrRefused } from './file-body.ts';
import { sentAs, type Taken } from './intake/examined.ts';
import { turnOfCaller } from './intake/turn-of-caller.ts';
import type { IntakePool } from './intake/intake-pool.ts';

interface Uploaded {
  readonly uploadId: string;
  readonly kind: string;
}

/** The same as `fileBody` for a file that arrived in pieces before: what the intake made of it travels beside the input. */
export function uploadedBody(intake: IntakePool) {
  const taken = new WeakMap<object, Taken>();
  return {
    async before<Input extends Uploaded>(around: Around, input: Input): Promise<Input> {
      const bytes = await bytesOf(around, input.uploadId);
      // Gone after its first use: then only the repeat of that use has an answer, and the action says so.
      if (!bytes) return input;
      const examined = await intake.examine(bytes, sentAs(input.kind), turnOfCaller(around.caller));
      taken.set(input, await takenOrRefused(around, bytes, examined));
      return input;
    },
    of(input: Uploaded): Taken {
      const examined = taken.get(input);
      if (!examined) throw notFound();
      return examined;
    },
  };
}

function bytesOf({ deps, caller, requestId }: Around, uploadId: string): Promise<Uint8Array | undefined> {
  return inTransaction(deps, caller, requestId, async (tx) => {
    const upload = await findUpload(tx.db, uploadId);
    if (upload?.purpose !== 'document') return undefined;
    if (upload.received !== upload.bytes)
      throw new ApiError('wrong-state', { detailCode: 'upload-not-complete' });
    return (await readUpload(deps, tx.db, upload)).read(0, UPLOAD_LIMITS.document);
  });
}

/** The pieces are not needed any more: the paper lies sealed with its case. */
export async function letPiecesGo(tx: Tx, { uploadId }: Uploaded): Promise<void> {
  const upload = await findUpload(tx.db, uploadId);
  if (upload) await letUploadGo(tx.db, upload.id);
}

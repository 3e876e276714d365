import { uploadsApi } from '@permit/domain/contract/uploads-api.ts';
import { inTransaction } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import { appendUpload } from './append-upload.ts';
import { createUpload } from './create-upload.ts';
import { stagedPieces } from './stage-piece.ts';
import { describeUpload, findUpload } from './upload-store.ts';

/** Files in pieces. */
export function registerUploadRoutes({ route, outside }: Registrar): void {
  route(uploadsApi.createUpload, createUpload, {
    replay: {
      ids: ({ uploadId }) => ({ uploadId }),
      rebuild: async (tx, ids) => {
        const upload = await findUpload(tx.db, String(ids['uploadId']));
        if (!upload) throw notFound();
        return describeUpload(upload);
      },
    },
  });
  const pieces = stagedPieces();
  route(uploadsApi.appendUpload, (tx, input) => appendUpload(tx, input, pieces.of(input.bytes)), {
    before: pieces.before,
  });
  // Express answers HEAD by GET without its body, so the offset stands in a header too.
  outside(uploadsApi.getUpload, async ({ deps, caller, requestId, response }, { uploadId }) => {
    const upload = await inTransaction(deps, caller, requestId, ({ db }) => findUpload(db, uploadId));
    if (!upload) throw notFound();
    response.set({ 'upload-offset': String(upload.received), 'upload-length': String(upload.bytes) });
    return describeUpload(upload);
  });
}

import type { UploadPurpose } from '@permit/domain/contract/uploads-api.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { findUpload, type Upload } from './upload-store.ts';

/** An upload of the caller that is whole and was announced for this purpose. */
export async function finishedUpload(tx: Tx, publicId: string, purpose: UploadPurpose): Promise<Upload> {
  const upload = await findUpload(tx.db, publicId);
  if (!upload || upload.purpose !== purpose) throw notFound();
  if (upload.received !== upload.bytes)
    throw new ApiError('wrong-state', { detailCode: 'upload-not-complete' });
  return upload;
}

import { MAX_CHUNK_BYTES, type uploadsApi } from '@permit/domain/contract/uploads-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { claimBlobs } from '../blobs/stage-blobs.ts';
import { asJob, type Tx } from '../database/transaction.ts';
import { ApiError, notFound } from '../errors.ts';
import { sha256 } from '../ids.ts';
import { describeUpload, findUpload, type Upload } from './upload-store.ts';

type Input = InputOf<typeof uploadsApi.appendUpload>;

/**
 * Takes one piece, which is stored already, sealed. It is counted only with the commit, so that what `received`
 * says is there for good; a piece that arrives twice because its answer was lost changes nothing.
 */
export async function appendUpload(
  tx: Tx,
  input: Input,
  stored: string | undefined,
): Promise<OutputOf<typeof uploadsApi.appendUpload>> {
  if (input.bytes.length === 0) throw new ApiError('invalid-input', { detailCode: 'empty' });
  if (input.bytes.length > MAX_CHUNK_BYTES) throw new ApiError('body-too-large');
  const upload = await findUpload(tx.db, input.uploadId, true);
  if (!upload) throw notFound();
  if (input.offset !== upload.received) return repeatOrRefuse(tx, upload, input);
  if (input.offset + input.bytes.length > upload.bytes) throw new ApiError('body-too-large');
  // Another piece was counted while this one was on its way.
  if (stored === undefined) throw new ApiError('conflict', { detailCode: 'upload-offset' });
  await asJob(tx, async () => claimBlobs(tx, [stored]));
  await tx.db('upload_chunks').insert({
    upload_id: upload.id,
    start_at: input.offset,
    bytes: input.bytes.length,
    sha256: sha256(input.bytes),
    blob_key: stored,
  });
  const received = input.offset + input.bytes.length;
  await tx.db('uploads').where('id', upload.id).update({ received });
  return describeUpload({ ...upload, received });
}

/** The same piece again is answered with where things stand; any other place is a gap or an overlap. */
async function repeatOrRefuse(
  tx: Tx,
  upload: Upload,
  input: Input,
): Promise<OutputOf<typeof uploadsApi.appendUpload>> {
  const known = await tx
    .db('upload_chunks')
    .where({ upload_id: upload.id, start_at: input.offset })
    .first<{ sha256: Buffer } | undefined>('sha256');
  if (!known?.sha256.equals(sha256(input.bytes)))
    throw new ApiError('conflict', { detailCode: 'upload-offset' });
  return describeUpload(upload);
}

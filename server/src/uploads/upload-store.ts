import type { UploadPurpose, uploadsApi } from '@permit/domain/contract/uploads-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import type { Database } from '../database/database.ts';

/** A file that arrives in pieces. */
export interface Upload {
  readonly id: string;
  readonly publicId: string;
  readonly purpose: UploadPurpose;
  readonly bytes: number;
  readonly received: number;
  readonly wrappedKey: Buffer;
  readonly expiresAt: Date;
}

/** One sealed piece of it. */
export interface UploadChunk {
  readonly startAt: number;
  readonly bytes: number;
  readonly blobKey: string;
}

interface UploadRow {
  id: string;
  public_id: string;
  purpose: UploadPurpose;
  bytes: number;
  received: number;
  wrapped_key: Buffer;
  expires_at: Date;
}

/** By public id, as far as the caller may see it; an upload whose time is over is not there any more. */
export async function findUpload(db: Database, publicId: string, lock = false): Promise<Upload | undefined> {
  const query = db('uploads').where('public_id', publicId).where('expires_at', '>', db.fn.now());
  if (lock) void query.forUpdate();
  const row = await query.first<UploadRow | undefined>();
  return row && fromRow(row);
}

/** By internal id, for jobs. */
export async function uploadById(db: Database, id: string): Promise<Upload | undefined> {
  const row = await db('uploads').where('id', id).first<UploadRow | undefined>();
  return row && fromRow(row);
}

/** The pieces of an upload in their order. */
export async function chunksOf(db: Database, uploadId: string): Promise<UploadChunk[]> {
  const rows = await db('upload_chunks')
    .where('upload_id', uploadId)
    .orderBy('start_at')
    .select<{ start_at: number; bytes: number; blob_key: string }[]>('start_at', 'bytes', 'blob_key');
  return rows.map((row) => ({ startAt: row.start_at, bytes: row.bytes, blobKey: row.blob_key }));
}

/** Work refers to it: it stays until the work is surely over. */
export async function holdUpload(db: Database, id: string, days: number): Promise<void> {
  const until = db.raw('now() + make_interval(days => ?)', [days]);
  await db('uploads').where('id', id).update({ expires_at: until });
}

/** Nothing refers to it any more: the sweeper takes it next. */
export async function letUploadGo(db: Database, id: string): Promise<void> {
  await db('uploads').where('id', id).update({ expires_at: db.fn.now() });
}

/** As the wire tells it. */
export function describeUpload(upload: Upload): OutputOf<typeof uploadsApi.getUpload> {
  return {
    uploadId: upload.publicId,
    purpose: upload.purpose,
    bytes: upload.bytes,
    received: upload.received,
    expiresAt: upload.expiresAt.toISOString(),
  };
}

function fromRow(row: UploadRow): Upload {
  return {
    id: row.id,
    publicId: row.public_id,
    purpose: row.purpose,
    bytes: row.bytes,
    received: row.received,
    wrappedKey: row.wrapped_key,
    expiresAt: row.expires_at,
  };
}

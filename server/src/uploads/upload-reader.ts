import type { Database } from '../database/database.ts';
import type { Deps } from '../deps.ts';
import { openChunk } from './sealed-chunk.ts';
import { chunksOf, type Upload, type UploadChunk } from './upload-store.ts';

/** Reads the bytes of a complete upload at any place; holds one opened piece at a time. */
export interface UploadReader {
  readonly bytes: number;
  /** Bytes from `start` up to `end` (exclusive); throws where a piece is gone. */
  read(start: number, end: number): Promise<Buffer>;
  /** The bytes from `start` on, piece by piece. */
  stream(start?: number): AsyncGenerator<Buffer>;
}

/** Opens an upload for reading; the list of its pieces is read once, with the caller's rights. */
export async function readUpload(deps: Deps, db: Database, upload: Upload): Promise<UploadReader> {
  const chunks = await chunksOf(db, upload.id);
  let kept: { chunk: UploadChunk; plain: Buffer } | undefined;
  const open = async (chunk: UploadChunk): Promise<Buffer> => {
    if (kept?.chunk === chunk) return kept.plain;
    const sealed = await deps.blobs.get(chunk.blobKey);
    if (!sealed) throw new Error(`a piece of upload ${upload.id} is gone`);
    kept = { chunk, plain: openChunk(deps.keys, upload, chunk.startAt, sealed) };
    return kept.plain;
  };
  async function* stream(start = 0): AsyncGenerator<Buffer> {
    for (const chunk of chunks) {
      if (chunk.startAt + chunk.bytes <= start) continue;
      yield (await open(chunk)).subarray(Math.max(0, start - chunk.startAt));
    }
  }
  return {
    bytes: upload.bytes,
    stream,
    async read(start, end) {
      const parts: Buffer[] = [];
      for (const chunk of chunks) {
        if (chunk.startAt >= end || chunk.startAt + chunk.bytes <= start) continue;
        const plain = await open(chunk);
        parts.push(plain.subarray(Math.max(0, start - chunk.startAt), end - chunk.startAt));
      }
      return Buffer.concat(parts);
    },
  };
}

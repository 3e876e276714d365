import { sha256 } from '../ids.ts';
import { isBlobKey, newBlobKey } from './blob-key.ts';
import type { Blobs } from './blobs.ts';
import { askS3 } from './s3-request.ts';
import { BlobStoreFault, type S3Settings } from './s3-settings.ts';

const HASH = 'x-amz-meta-sha256';
const NO_SUCH_KEY = '<Code>NoSuchKey</Code>';

/**
 * Files in an S3-compatible store (decision 0043). A file is written only where none is (`If-None-Match: *`), so that
 * nothing is ever overwritten; the store answers once it has it durably.
 */
export function s3Blobs(settings: S3Settings): Blobs {
  return {
    async put(bytes, key = newBlobKey()) {
      const hash = sha256(bytes).toString('hex');
      const headers = { 'if-none-match': '*', [HASH]: hash, 'content-type': 'application/octet-stream' };
      const answer = await askS3(settings, { method: 'PUT', key, headers, body: bytes });
      // Taken already: by an attempt of ours whose answer was lost, or by somebody else.
      const done = answer.status === 412 && answer.attempt > 1 && (await holds(settings, key, hash));
      if (answer.status !== 200 && !done) throw new BlobStoreFault('PUT', answer.status);
      return key;
    },
    async get(key) {
      if (!isBlobKey(key)) return undefined;
      const { status, body } = await askS3(settings, { method: 'GET', key });
      if (status === 200) return body;
      // A bucket that is not there is a fault of ours, and no file that is gone.
      if (status === 404 && body.includes(NO_SUCH_KEY)) return undefined;
      throw new BlobStoreFault('GET', status);
    },
    async delete(key) {
      if (!isBlobKey(key)) return;
      const { status, body } = await askS3(settings, { method: 'DELETE', key });
      const gone = status === 204 || status === 200 || (status === 404 && body.includes(NO_SUCH_KEY));
      if (!gone) throw new BlobStoreFault('DELETE', status);
    },
  };
}

async function holds(settings: S3Settings, key: string, hash: string): Promise<boolean> {
  const { status, headers } = await askS3(settings, { method: 'HEAD', key });
  return status === 200 && headers.get(HASH) === hash;
}

import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Blobs } from './blobs.ts';
import { folderBlobs } from './folder-blobs.ts';
import { s3Blobs } from './s3-blobs.ts';

/** The store that the environment names: a folder of this machine, or an S3-compatible one. */
export function openBlobs(config: Config): Blobs {
  if (config.BLOB_STORE !== 's3') return folderBlobs(join(config.DATA_DIR, 'blobs'));
  // readConfig stops where one of them is missing.
  return s3Blobs({
    endpoint: config.S3_ENDPOINT!,
    bucket: config.S3_BUCKET!,
    region: config.S3_REGION ?? 'us-east-1',
    accessKeyId: config.S3_ACCESS_KEY_ID!,
    secretAccessKey: config.S3_SECRET_ACCESS_KEY!,
  });
}

import type { KeyStore } from '../vault/key-store.ts';
import { openBytes, sealBytes, type PersonKey } from '../vault/person-vault.ts';
import type { Upload } from './upload-store.ts';

// The place in the file is part of what is authenticated: a piece cannot be moved within or between uploads.
function keyOf(keys: KeyStore, upload: Pick<Upload, 'id' | 'wrappedKey'>, startAt: number): PersonKey {
  return { personId: `${upload.id}:${startAt}`, key: keys.unwrap(upload.wrappedKey) };
}

/** Seals a piece under the upload's own key. */
export function sealChunk(
  keys: KeyStore,
  upload: Pick<Upload, 'id' | 'wrappedKey'>,
  startAt: number,
  bytes: Uint8Array,
): Buffer {
  return sealBytes(keyOf(keys, upload, startAt), 'upload', bytes);
}

/** Opens it again; throws where it was changed or stood elsewhere. */
export function openChunk(
  keys: KeyStore,
  upload: Pick<Upload, 'id' | 'wrappedKey'>,
  startAt: number,
  sealed: Uint8Array,
): Buffer {
  return openBytes(keyOf(keys, upload, startAt), 'upload', sealed);
}

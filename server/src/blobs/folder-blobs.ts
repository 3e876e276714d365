import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isBlobKey, newBlobKey } from './blob-key.ts';
import type { Blobs } from './blobs.ts';

/** The default store: a folder, two levels, each file written beside, fsynced, renamed, folder fsynced. */
export function folderBlobs(root: string): Blobs {
  return {
    async put(bytes, key = newBlobKey()) {
      await writeDurably(join(root, key), bytes);
      return key;
    },
    async get(key) {
      if (!isBlobKey(key)) return undefined;
      return readFile(join(root, key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
    },
    async delete(key) {
      if (isBlobKey(key)) await rm(join(root, key), { force: true });
    },
  };
}

// write + rename without fsync of file and folder: the file is gone after a power cut (promises.md, measured).
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const file = await open(`${path}.part`, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

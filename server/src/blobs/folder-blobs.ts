import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Blobs } from './blobs.ts';

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{40}$/;

/** The default store: a folder, two levels, each file written beside, fsynced, renamed, folder fsynced. */
export function folderBlobs(root: string): Blobs {
  return {
    async put(bytes) {
      const name = randomBytes(20).toString('hex');
      const key = `${name.slice(0, 2)}/${name}`;
      await writeDurably(join(root, key), bytes);
      return key;
    },
    async get(key) {
      if (!KEY.test(key)) return undefined;
      return readFile(join(root, key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
    },
    async delete(key) {
      if (KEY.test(key)) await rm(join(root, key), { force: true });
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

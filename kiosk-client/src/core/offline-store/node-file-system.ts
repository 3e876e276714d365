import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
  appendFile,
} from 'node:fs/promises';
import type { FileSystem } from './file-system.ts';

const PRIVATE_FILE = { mode: 0o600 };

/** The real disk. Files are readable by the station's own account only. */
export const nodeFileSystem: FileSystem = {
  read: (path) => readFile(path).catch((error) => orMissing(error, undefined)),
  list: (folder) => readdir(folder).catch((error) => orMissing(error, [])),
  makeFolder: async (folder) => void (await mkdir(folder, { recursive: true, mode: 0o700 })),
  write: (path, bytes) => writeFile(path, bytes, PRIVATE_FILE),
  append: (path, bytes) => appendFile(path, bytes, PRIVATE_FILE),
  truncate: (path, length) => truncate(path, length),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  syncFile: (path) => syncPath(path, 'r+'),
  // Windows cannot open a folder; NTFS journals names itself.
  syncFolder: (folder) => (process.platform === 'win32' ? Promise.resolve() : syncPath(folder, 'r')),
};

async function syncPath(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function orMissing<Value>(error: NodeJS.ErrnoException, value: Value): Value {
  if (error.code === 'ENOENT') return value;
  throw error;
}

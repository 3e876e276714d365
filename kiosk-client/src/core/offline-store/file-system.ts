/**
 * The file system as the station's store needs it, so that every crash state can be enumerated in a test.
 * Nothing is durable before its `sync…` has returned: bytes by syncFile, names by syncFolder.
 */
export interface FileSystem {
  /** Undefined where there is no such file. */
  read(path: string): Promise<Buffer | undefined>;
  /** Names in a folder, without `.` and `..`; empty where there is none. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes the folder and those above it, durably. */
  makeFolder(folder: string): Promise<void>;
  /** Writes a whole file, replacing what was there. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds to the end of a file, which is made where there is none. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  truncate(path: string, length: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  syncFile(path: string): Promise<void>;
  syncFolder(folder: string): Promise<void>;
}

/** Temp, fsync, rename, fsync of the folder: after a crash the old bytes or the new, never half (decisions.md 6). */
export async function replaceFile(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}${TEMPORARY}`;
  await fs.write(temporary, bytes);
  await fs.syncFile(temporary);
  await fs.rename(temporary, path);
  await fs.syncFolder(folderOf(path));
}

/** Ending of files that were never finished; removed at start. */
export const TEMPORARY = '.part';

/** The folder part of a path with forward slashes. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/**
 * Files that are too big for a row. What is stored is always sealed already; a key names it by chance only, and is
 * never written twice.
 */
export interface Blobs {
  /** Stores bytes durably before it resolves (a folder: file and folder fsynced), under a fresh key; answers the key. */
  put(bytes: Uint8Array, key?: string): Promise<string>;
  /** The bytes, or undefined where there is no such key. */
  get(key: string): Promise<Buffer | undefined>;
  delete(key: string): Promise<void>;
}

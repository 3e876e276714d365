/** Files that are too big for a row. What is stored is always sealed already; a key names it by chance only. */
export interface Blobs {
  /** Stores bytes durably (file and folder fsynced) before it resolves; answers the key. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or undefined where there is no such key. */
  get(key: string): Promise<Buffer | undefined>;
  delete(key: string): Promise<void>;
}

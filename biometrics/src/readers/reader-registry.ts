import { ReaderError } from './reader-error.ts';
import type { OpenReader, ReaderAdapter, ReaderInfo } from './reader.ts';

/** All doors of a station as one. */
export interface ReaderRegistry {
  readonly adapters: readonly ReaderAdapter[];
  /** Every device behind every door; a door that fails has none and is reported. */
  discover(signal?: AbortSignal): Promise<readonly ReaderInfo[]>;
  open(readerId: string, signal?: AbortSignal): Promise<OpenReader>;
  close(): Promise<void>;
}

/** A reader's id begins with the name of its door, which is how it is found again. */
export function readerRegistry(
  adapters: readonly ReaderAdapter[],
  onFault: (adapter: string, error: unknown) => void = () => undefined,
): ReaderRegistry {
  return {
    adapters,
    discover: async (signal) => {
      const found = adapters.map((adapter) =>
        adapter.discover(signal).catch((error: unknown) => {
          onFault(adapter.name, error);
          return [];
        }),
      );
      return (await Promise.all(found)).flat();
    },
    open: async (readerId, signal) => {
      const door = adapters.find((adapter) => readerId.startsWith(`${adapter.name}:`));
      if (door === undefined) throw new ReaderError('not-found', readerId);
      return await door.open(readerId, signal);
    },
    close: async () => void (await Promise.all(adapters.map((adapter) => adapter.close()))),
  };
}

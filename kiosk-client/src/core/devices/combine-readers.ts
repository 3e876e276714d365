import { ReaderError } from '@permit/biometrics/readers/reader-error.ts';
import type { ReaderAdapter } from '@permit/biometrics/readers/reader.ts';

/** Several doors to devices as one; the first that has a device for an act is used. */
export function combineReaders(adapters: readonly ReaderAdapter[]): ReaderAdapter {
  return {
    name: adapters.map(({ name }) => name).join('+'),
    discover: async (signal) => {
      // One door that is stuck must not hide the devices behind the others.
      const found = await Promise.all(adapters.map((adapter) => adapter.discover(signal).catch(() => [])));
      return found.flat();
    },
    open: async (readerId, signal) => {
      for (const adapter of adapters) {
        const found = await adapter.discover(signal).catch(() => []);
        if (found.some(({ id }) => id === readerId)) return adapter.open(readerId, signal);
      }
      throw new ReaderError('not-found', readerId);
    },
    close: async () => void (await Promise.allSettled(adapters.map((adapter) => adapter.close()))),
  };
}

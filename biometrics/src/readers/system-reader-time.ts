import { ReaderError } from './reader-error.ts';
import type { ReaderTime } from './reader-time.ts';

/** The clock of this machine; only programs (`main.ts`) hand it in. */
export const systemReaderTime: ReaderTime = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new ReaderError('aborted', 'waiting'));
      const stop = (): void => {
        clearTimeout(timer);
        reject(new ReaderError('aborted', 'waiting'));
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};

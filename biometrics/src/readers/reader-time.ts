import { ReaderError } from './reader-error.ts';

/** Time as readers see it; handed in, so that thousands of seconds of faults run in none. */
export interface ReaderTime {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
  /** Resolves after so many milliseconds; rejects with `aborted` as soon as the signal is. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Time stamp of a frame: ISO 8601, UTC. */
export function timeStamp(time: ReaderTime): string {
  return new Date(time.now()).toISOString();
}

/** The work, or `timeout` when it takes longer; its signal is aborted in both cases. */
export async function withDeadline<T>(
  time: ReaderTime,
  limit: { readonly milliseconds: number; readonly what: string; readonly signal?: AbortSignal | undefined },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stop = new AbortController();
  const outer = limit.signal;
  if (outer?.aborted) throw new ReaderError('aborted', limit.what);
  const abort = (): void => stop.abort();
  outer?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([
      work(stop.signal),
      expire(time, limit, stop.signal),
      whenAborted(stop.signal, limit.what),
    ]);
  } finally {
    outer?.removeEventListener('abort', abort);
    stop.abort();
  }
}

async function expire(
  time: ReaderTime,
  limit: { readonly milliseconds: number; readonly what: string },
  signal: AbortSignal,
): Promise<never> {
  await time.sleep(limit.milliseconds, signal);
  throw new ReaderError('timeout', `${limit.what} took longer than ${limit.milliseconds} ms`);
}

/** Rejects with `aborted` when the signal is; its rejection is handled, so it may be left alone. */
export function whenAborted(signal: AbortSignal, what: string): Promise<never> {
  const rejection = new Promise<never>((_resolve, reject) => {
    const fail = (): void => reject(new ReaderError('aborted', what));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
  rejection.catch(() => undefined);
  return rejection;
}

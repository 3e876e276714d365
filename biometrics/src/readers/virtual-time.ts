import { ReaderError } from './reader-error.ts';
import type { ReaderTime } from './reader-time.ts';

/** A clock that jumps to the next thing that is due: seconds of waiting cost nothing, in the same order on every run. */
export interface VirtualTime extends ReaderTime {
  /** Lets time pass until the work is done. Throws `VirtualHang` when it waits for nothing that is due. */
  settle<T>(work: Promise<T>): Promise<T>;
}

/** Work that would wait for ever. */
export class VirtualHang extends Error {}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

export function virtualTime(start = Date.UTC(2026, 0, 1)): VirtualTime {
  let now = start;
  let order = 0;
  const timers = new Set<Timer>();
  return {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(new ReaderError('aborted', 'waiting'));
        const stop = (): void => {
          timers.delete(timer);
          reject(new ReaderError('aborted', 'waiting'));
        };
        const timer: Timer = {
          at: now + Math.max(0, milliseconds),
          order: order++,
          fire: () => {
            timers.delete(timer);
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        timers.add(timer);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    settle: async (work) => {
      let over = false;
      const end = (): void => void (over = true);
      work.then(end, end);
      while (!over) {
        await quiet();
        if (over) break;
        const due = nextOf(timers);
        if (due === undefined) throw new VirtualHang('nothing is due, and the work is not done');
        now = Math.max(now, due.at);
        due.fire();
      }
      return await work;
    },
  };
}

/** Until everything that can go on without time has gone on. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function nextOf(timers: ReadonlySet<Timer>): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers) {
    const sooner =
      first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order);
    if (sooner) first = timer;
  }
  return first;
}

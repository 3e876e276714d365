import type { ReaderTime } from '../reader-time.ts';
import type { AdapterLine } from './adapter-line.ts';

const PING_INTERVAL_MS = 500;
/** Loading the programs of an adapter takes seconds on a busy station. */
const START_LIMIT_MS = 30_000;

/** The watchdog: asks for a sign of life twice a second and ends a child that gives none. */
export async function watchOver(
  line: AdapterLine,
  watch: { readonly time: ReaderTime; readonly hangMs: number; readonly signal: AbortSignal },
): Promise<void> {
  const { time, hangMs, signal } = watch;
  const started = time.now();
  try {
    for (;;) {
      line.child.send({ kind: 'ping' });
      await time.sleep(PING_INTERVAL_MS, signal);
      const limit = line.heardAt === undefined ? START_LIMIT_MS : hangMs;
      if (time.now() - (line.heardAt ?? started) > limit) return line.child.kill();
    }
  } catch {
    // The watch is over: the child ended or was stopped.
  }
}

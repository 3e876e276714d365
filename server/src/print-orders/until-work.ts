import type { Around } from '../http/route.ts';

const POLL_MS = 1_000;

/**
 * Asks for work again and again until there is some or the time is up: woken by the bell, with a poll in case a
 * ring was lost. Ends early when the one who waits has gone.
 */
export async function untilWork<T>(
  { deps, request }: Around,
  { bell, waitSeconds }: { bell: string; waitSeconds: number },
  take: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = Date.now() + waitSeconds * 1000;
  let wake: () => void = () => undefined;
  const unlisten = waitSeconds > 0 ? await deps.bell.listen(bell, () => wake()) : async () => undefined;
  try {
    // Looked at before each try: work that is leased to one who has gone lies idle until that lease ends.
    while (!request.socket.destroyed) {
      const work = await take();
      const left = deadline - Date.now();
      if (work !== undefined || left <= 0) return work;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, Math.min(POLL_MS, left)).unref();
      });
    }
    return undefined;
  } finally {
    await unlisten();
  }
}

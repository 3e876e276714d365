import { randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { bankProbe, peersProbe, seldom } from './peer-probes.ts';
import type { Probe, Watched } from './watch-dependencies.ts';

const BELL_MS = 2_500;
/** Houses of others are asked once a minute: three failures in a row are three minutes. */
const OTHERS_EVERY_MS = 60_000;

/** Asks each dependency for what we really use it for, not only whether it listens. */
export function dependencyProbes(deps: Deps): Readonly<Record<Watched, Probe>> {
  const now = () => deps.clock.now().getTime();
  return {
    bank: seldom(OTHERS_EVERY_MS, now, bankProbe(deps)),
    messages: seldom(OTHERS_EVERY_MS, now, peersProbe(deps.config)),
    database: async () => {
      await deps.db.raw('SELECT 1');
      return true;
    },
    files: async () => {
      const bytes = randomBytes(32);
      const key = await deps.blobs.put(bytes);
      const read = await deps.blobs.get(key);
      await deps.blobs.delete(key);
      // Without the scanner no paper is taken: for a filer that is the same outage.
      return (read?.equals(bytes) ?? false) && (await deps.scanner.probe());
    },
    bell: bellProbe(deps),
  };
}

/**
 * Rings and waits to hear it. The ear is opened once, again where opening it failed. Each process has a bell of its
 * own: a ring wakes one listener, and another process would hear ours.
 */
function bellProbe({ bell }: Deps): Probe {
  const kind = `health-${randomBytes(4).toString('hex')}`;
  let heard: () => void = () => undefined;
  let ear: Promise<unknown> | undefined;
  return async () => {
    ear ??= bell
      .listen(kind, () => heard())
      .catch((error: unknown) => {
        ear = undefined;
        throw error;
      });
    await ear;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), BELL_MS);
      heard = () => {
        clearTimeout(timer);
        resolve(true);
      };
      bell.ring(kind);
    });
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import { LaunchFault } from './launch-fault.mjs';

/**
 * Waits until an address answers, with anything but a fault of the server.
 * @param {string} name @param {string} url @param {{timeoutMs: number, logFile: string}} options
 */
export async function waitUntilReady(name, url, { timeoutMs, logFile }) {
  const deadline = performance.now() + timeoutMs;
  let last = 'no answer';
  while (performance.now() < deadline) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
      await answer.body?.cancel();
      if (answer.status < 500) return;
      last = `status ${answer.status}`;
    } catch {
      last = 'no answer';
    }
    await delay(100);
  }
  throw new LaunchFault(`The ${name} is not ready after ${timeoutMs / 1000} s (${last}): see ${logFile}.`);
}

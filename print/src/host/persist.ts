import { OrderRefused } from './print-orders.ts';

/** Waits; `attempt` counts from 1. A test returns at once. */
export type Pause = (attempt: number) => Promise<void>;

/**
 * Tries until the server answers. A lost answer may have been a done deed: the server's operations may be asked
 * again with the same lease. A refusal ends it; only the end of the process ends it otherwise.
 */
export async function persist<T>(ask: () => Promise<T>, pause: Pause): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof OrderRefused) throw error;
      await pause(attempt);
    }
  }
}

/** 0.2, 0.4, 0.8 … at most 10 seconds: the lease outlives a short outage, and nobody is flooded. */
export const backOff: Pause = (attempt) =>
  new Promise((resolve) => setTimeout(resolve, Math.min(10_000, 100 * 2 ** Math.min(attempt, 10))));

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../app.ts';
import type { Deps } from '../deps.ts';
import { createIntakePool } from '../documents/intake/intake-pool.ts';
import { createRateLimit } from '../http/rate-limit.ts';
import { engineInline } from '../matching/template-engine.ts';
import { createPaperPress } from '../papers/paper-press.ts';

/** The limits are counted as ever, but a bench is one address that asks a lot. */
const NO_LIMITS = { trackApplication: { each: 1e9, all: 1e9 } };
const ANY_GUESSES = { points: 1e9, duration: 600 };

/** The real application, listening; answers where. */
export async function listenForBench(deps: Deps): Promise<{ origin: string; close(): Promise<void> }> {
  const intake = createIntakePool();
  const services = { intake, press: createPaperPress(), engine: engineInline };
  const rateLimit = createRateLimit({ limits: NO_LIMITS, guessesAboutOne: ANY_GUESSES });
  const server: Server = createServer(createApp(deps, services, rateLimit));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      intake.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import { once } from 'node:events';
import type { Server } from 'node:http';
import { createApp } from './app.ts';
import { buildDeps } from './build-deps.ts';
import type { Config } from './config.ts';
import { createIntakePool } from './documents/intake/intake-pool.ts';
import { httpServer } from './http/http-server.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { engineInThreads } from './matching/template-engine.ts';
import { createPaperPress } from './papers/paper-press.ts';
import { untilStopped } from './until-stopped.ts';

/** Two counters verify at once; more would take the cores from everybody else's requests. */
const ENGINE_THREADS = 2;
const LAST_ANSWERS_MS = 3_000;

/** The permit API in this process, one of `API_PROCESSES`, until it is told to stop. */
export async function serve(config: Config): Promise<void> {
  const deps = buildDeps(config, 'server');
  const intake = createIntakePool({ scanner: deps.scanner });
  const press = createPaperPress();
  const engine = engineInThreads(Math.ceil(ENGINE_THREADS / config.API_PROCESSES));
  const rateLimit = createRateLimit({ processes: config.API_PROCESSES });
  const server = httpServer(createApp(deps, { intake, press, engine }, rateLimit));
  server.listen(config.PORT, config.HOST, () =>
    deps.log.info({ port: config.PORT, mode: config.APP_MODE }, 'permit API is open'),
  );
  server.on('error', (err) => {
    deps.log.error({ err: err.message }, 'permit API cannot listen');
    process.exit(1);
  });
  await untilStopped(deps.log);
  await ended(server);
  intake.close();
  press.close();
  await engine.close();
  await deps.bell.close();
  await deps.db.destroy();
  // The channel to the process that started this one would keep it alive.
  if (process.connected) process.disconnect();
}

/** Takes no more, and waits for what is under way, three seconds at most; then nobody needs the database any more. */
async function ended(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
  await closed;
}

import { createApp } from './app.ts';
import { buildDeps } from './build-deps.ts';
import { readConfig } from './config.ts';
import { createIntakePool } from './documents/intake/intake-pool.ts';
import { httpServer } from './http/http-server.ts';
import { engineInThreads } from './matching/template-engine.ts';
import { createPaperPress } from './papers/paper-press.ts';
import { untilStopped } from './until-stopped.ts';

/** Two counters verify at once; more would take the cores from everybody else's requests. */
const ENGINE_THREADS = 2;

const config = readConfig(process.env);
const deps = buildDeps(config, 'server');
const intake = createIntakePool({ scanner: deps.scanner });
const press = createPaperPress();
const engine = engineInThreads(ENGINE_THREADS);
const server = httpServer(createApp(deps, { intake, press, engine }));
server.listen(config.PORT, config.HOST, () =>
  deps.log.info({ port: config.PORT, mode: config.APP_MODE }, 'permit API is open'),
);
server.on('error', (err) => {
  deps.log.error({ err: err.message }, 'permit API cannot listen');
  process.exit(1);
});
await untilStopped(deps.log);
server.close();
server.closeIdleConnections();
setTimeout(() => server.closeAllConnections(), 3_000).unref();
intake.close();
press.close();
await engine.close();
await deps.bell.close();
await deps.db.destroy();

import { startAnchor } from './audit/anchor.ts';
import { buildDeps } from './build-deps.ts';
import { readConfig } from './config.ts';
import { startWorkers } from './workers.ts';
import { untilStopped } from './until-stopped.ts';

const deps = buildDeps(readConfig(process.env), 'worker');
const anchor = startAnchor(deps.config);
const stopWorkers = await startWorkers(deps, anchor);
deps.log.info({ bell: deps.bell.kind }, 'worker is ready');
await untilStopped(deps.log);
await stopWorkers();
await deps.bell.close();
await deps.db.destroy();

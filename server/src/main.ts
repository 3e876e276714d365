import cluster from 'node:cluster';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import { runProcesses } from './processes/run-processes.ts';

const config = readConfig(process.env);
if (cluster.isPrimary && config.API_PROCESSES > 1) {
  const log = pino({ name: 'server', level: config.LOG_LEVEL, base: { name: 'server' } });
  process.exitCode = await runProcesses(config.API_PROCESSES, log);
} else {
  // Loaded here only: the process that looks after the others needs nothing of it.
  const { serve } = await import('./serve.ts');
  await serve(config);
}

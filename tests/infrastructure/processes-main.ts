// A small program of several processes for run-processes.slow.test.ts: each answers its pid, and dies when it is asked to.
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { runProcesses } from '@permit/server/processes/run-processes.ts';

if (cluster.isPrimary) {
  const log = pino({ base: {} });
  process.exitCode = await runProcesses(2, log);
} else {
  if (process.env['FAULTY']) process.exit(3);
  createServer((request, response) => {
    response.setHeader('connection', 'close');
    response.end(String(process.pid), () => request.url === '/die' && process.exit(1));
  }).listen(Number(process.env['PORT']), '127.0.0.1');
  process.once('SIGTERM', () => process.exit());
}

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from './bench-result.ts';

export interface PgbenchFigures {
  readonly perSecond: number;
  readonly meanMs: number;
}

/** Runs a script with prepared statements, `clients` at once, for some seconds. */
export async function startPgbench(services: Services, url: string, script: string) {
  const { program, env } = await services.postgresTool('pgbench');
  const path = join(services.folder(), `${process.hrtime.bigint()}.pgbench.sql`);
  writeFileSync(path, script);
  return async (clients: number, seconds: number): Promise<PgbenchFigures> => {
    const counts = ['-c', String(clients), '-j', String(Math.min(2, clients)), '-T', String(seconds)];
    const child = spawn(program, ['-n', '-M', 'prepared', ...counts, '-f', path, url], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    await new Promise((resolve) => child.once('close', resolve));
    const perSecond = Number(/tps = ([\d.]+)/.exec(output)?.[1]);
    const meanMs = Number(/latency average = ([\d.]+)/.exec(output)?.[1]);
    if (!(perSecond > 0)) throw new Error(`pgbench gave no figure:\n${output}`);
    return { perSecond, meanMs };
  };
}

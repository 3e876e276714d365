import { join } from 'node:path';
import { onPath, unpackDebian, type Unpacked } from './debian-unpack.mjs';
import { LaunchFault } from './launch-fault.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { makeThrowaway } from './throwaway.mjs';

/** Services that a benchmark or proof may ask for; each is started when it is first asked for. */
export interface MeasuringServices {
  /** A PostgreSQL of its own with durable settings (fsync on), as a superuser; database `permit`, empty. */
  database(): Promise<string>;
  /** A Redis of its own with an append-only file, or undefined where this machine has none. */
  redis(): Promise<string | undefined>;
  /** The folder that is removed at the end. */
  folder(): string;
  /** pgbench or psql of the system, otherwise Debian's, unpacked and not installed. */
  postgresTool(name: 'pgbench' | 'psql'): Promise<Unpacked>;
  stop(): Promise<void>;
}

export function measuringServices(projectRoot: string): MeasuringServices {
  const stops: (() => Promise<void> | void)[] = [];
  const programs = join(projectRoot, '.local', 'programs');
  const folder = once(() => {
    const throwaway = makeThrowaway();
    stops.push(throwaway.remove);
    return throwaway.folder;
  });
  const database = once(async () => {
    const postgres = await startPostgres({ projectRoot, dataDir: folder() });
    stops.push(postgres.stop);
    return postgres.url;
  });
  const redis = once(async () => {
    const url = process.env['REDIS_URL'];
    const running = await startRedis({ dataDir: folder(), toolsDir: programs, url });
    if (running) stops.push(running.stop);
    return running?.url;
  });
  return {
    folder,
    database,
    redis,
    postgresTool: (name) => postgresTool(name, programs),
    stop: async () => {
      for (const stop of stops.reverse()) await stop();
    },
  };
}

async function postgresTool(name: 'pgbench' | 'psql', programs: string): Promise<Unpacked> {
  const found = onPath(name);
  if (found) return { program: found, env: process.env };
  const unpacked = await unpackDebian('pgbench', programs);
  if (typeof unpacked === 'string')
    throw new LaunchFault(`${name} is needed and ${unpacked}: install postgresql-client.`);
  return { ...unpacked, program: join(unpacked.program, '..', name) };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

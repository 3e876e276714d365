import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.mjs';
import { LaunchFault } from './launch-fault.mjs';
import { choosePostgresAccount } from './postgres-account.mjs';
import { findPostgres } from './postgres-binaries.mjs';
import { OWNER, clearStaleServer, prepareCluster } from './postgres-cluster.mjs';
import { say, secondsSince } from './say.mjs';
import { keepSecret } from './secrets.mjs';
import { readPid, spawnWatched } from './watchdog.mjs';

const COMMON = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  timezone: 'UTC',
  // The server's own log must never quote a person's data from a failing statement (promises.md, I9).
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};
/** Nothing is kept, so nothing has to reach the disk. */
const THROWAWAY = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' };

/**
 * @typedef {object} RunningPostgres
 * @property {string} url of the database `permit`, as the owner of the tables (a superuser)
 * @property {string} appUrl the same as the program's own login, which the migration creates
 * @property {number | undefined} pid of the server, undefined where it is not ours
 * @property {() => Promise<void>} stop
 */

/**
 * PostgreSQL of this data folder; a throw-away one trades durability for speed and is removed with its folder.
 * A server that dies while we run is started again, with one sentence.
 * @param {{projectRoot: string, dataDir: string, port?: number, throwaway?: boolean, namespaces?: boolean, binaries?: import('./postgres-binaries.mjs').PostgresBinaries}} options
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres({ projectRoot, dataDir, port, throwaway = false, ...given }) {
  const { namespaces = true, binaries = findPostgres(projectRoot) } = given;
  const startedAt = performance.now();
  const base = resolve(dataDir);
  const account = choosePostgresAccount({ binaries, folder: join(base, 'postgres'), namespaces });
  const password = keepSecret(base, 'databaseOwner');
  const data = prepareCluster(account, { password, throwaway });
  const chosenPort = await freePort(port);
  const server = keepServerUp({
    account,
    data,
    port: chosenPort,
    throwaway,
    logFile: join(base, 'postgres.log'),
  });
  const url = (/** @type {string} */ user, /** @type {string} */ secret, /** @type {string} */ database) =>
    `postgres://${user}:${secret}@127.0.0.1:${chosenPort}/${database}`;
  const stop = async () => {
    await server.stop();
    // Where uid 65534 could not reach the data folder, the cluster lies elsewhere (choosePostgresAccount).
    if (throwaway) rmSync(account.folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await server.started;
    await createDatabase(url(OWNER, password, 'postgres'), server, join(base, 'postgres.log'));
  } catch (error) {
    await stop();
    throw error;
  }
  say(
    'infra',
    `PostgreSQL ${binaries.version} (${binaries.origin}, ${account.how})  127.0.0.1:${chosenPort}  ready in ${secondsSince(startedAt)}`,
  );
  return {
    url: url(OWNER, password, 'permit'),
    appUrl: url('permit_app', keepSecret(base, 'databaseApp'), 'permit'),
    get pid() {
      return server.pid();
    },
    stop,
  };
}

/**
 * @param {{account: import('./postgres-account.mjs').PostgresAccount, data: string, port: number, throwaway: boolean, logFile: string}} options
 */
function keepServerUp({ account, data, port, throwaway, logFile }) {
  const settings = { ...COMMON, ...(throwaway ? THROWAWAY : {}), port: String(port) };
  const command = [
    ...account.prefix,
    join(account.bin, 'postgres'),
    ...['-D', data],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const identity = account.uid === undefined ? {} : { uid: account.uid, gid: account.uid };
  /** @type {import('./watchdog.mjs').Watched | undefined} */
  let running;
  let stopping = false;
  let deaths = 0;
  const start = async () => {
    await clearStaleServer(data);
    if (stopping) return;
    const watched = spawnWatched(command, { stopSignal: 'INT', logFile, cwd: account.folder, ...identity });
    running = watched;
    void watched.exited.then(async (code) => {
      if (stopping || running !== watched) return;
      deaths += 1;
      say('infra', `PostgreSQL ended by itself (code ${code}, see ${logFile}); starting it again`);
      await delay(Math.min(200 * 2 ** deaths, 5_000));
      if (!stopping) await start().catch((error) => say('infra', `PostgreSQL: ${error}`));
    });
  };
  return {
    started: start(),
    deaths: () => deaths,
    pid: () => readPid(join(data, 'postmaster.pid')),
    stop: async () => {
      stopping = true;
      await running?.stop();
      await clearStaleServer(data);
    },
  };
}

/** @param {string} adminUrl @param {{deaths: () => number}} server @param {string} logFile */
async function createDatabase(adminUrl, server, logFile) {
  const { default: pg } = await import('pg');
  for (let waited = 0; ; waited += 25) {
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'permit'");
      if (rowCount === 0) await client.query('CREATE DATABASE permit');
      await client.end();
      return;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (waited > 30_000 || server.deaths() > 2)
        throw new LaunchFault(`PostgreSQL does not come up: ${describe(error)} (its log is ${logFile}).`);
      await delay(25);
    }
  }
}

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error ? error.message || error.name : String(error);
}

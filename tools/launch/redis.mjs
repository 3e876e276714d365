import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { onPath, unpackDebian } from './debian-unpack.mjs';
import { freePort } from './free-port.mjs';
import { say, secondsSince } from './say.mjs';
import { keepSecret } from './secrets.mjs';
import { readPid, spawnWatched } from './watchdog.mjs';

/**
 * @typedef {object} RunningRedis
 * @property {string} url
 * @property {number | undefined} pid undefined where it is not ours
 * @property {() => Promise<void>} stop
 */

/**
 * Redis of REDIS_URL, the PATH or Debian's package (unpacked under `toolsDir`, not installed).
 * Redis is only the bell: where there is none, PostgreSQL's LISTEN/NOTIFY rings it, and that is said.
 * @param {{dataDir: string, toolsDir: string, port?: number, throwaway?: boolean, url?: string | undefined}} options
 * @returns {Promise<RunningRedis | undefined>}
 */
export async function startRedis({ dataDir, toolsDir, port, throwaway = false, url }) {
  const startedAt = performance.now();
  if (url) {
    say('infra', 'Redis of REDIS_URL');
    return { url, pid: undefined, stop: async () => undefined };
  }
  const found = await findRedis(toolsDir);
  if (typeof found === 'string') {
    say(
      'infra',
      `no Redis (${found}): PostgreSQL LISTEN/NOTIFY wakes the workers. Set REDIS_URL to use one.`,
    );
    return undefined;
  }
  const base = resolve(dataDir);
  const chosenPort = await freePort(port);
  const password = keepSecret(base, 'redis');
  const server = keepRedisUp({ ...found, base, port: chosenPort, password, lasting: !throwaway });
  if (!(await answers(chosenPort, password))) {
    await server.stop();
    say(
      'infra',
      `Redis does not come up (its log is ${join(base, 'redis.log')}): LISTEN/NOTIFY wakes the workers`,
    );
    return undefined;
  }
  say('infra', `Redis (${found.origin})  127.0.0.1:${chosenPort}  ready in ${secondsSince(startedAt)}`);
  return {
    url: `redis://:${password}@127.0.0.1:${chosenPort}`,
    get pid() {
      return server.pid();
    },
    stop: server.stop,
  };
}

/**
 * @param {string} toolsDir
 * @returns {Promise<{program: string, env: NodeJS.ProcessEnv, origin: string} | string>}
 */
async function findRedis(toolsDir) {
  const program = onPath('redis-server') ?? onPath('valkey-server');
  if (program) return { program, env: process.env, origin: 'of this system' };
  if (process.platform !== 'linux') return 'none on the PATH';
  const unpacked = await unpackDebian('redis', resolve(toolsDir));
  if (typeof unpacked === 'string') return unpacked;
  return { ...unpacked, origin: 'Debian package, unpacked and not installed' };
}

/**
 * @param {{program: string, env: NodeJS.ProcessEnv, base: string, port: number, password: string, lasting: boolean}} options
 */
function keepRedisUp({ program, env, base, port, password, lasting }) {
  const dir = join(base, 'redis');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, 'redis.conf');
  // A file, because the password on the command line could be read by every user of the machine.
  writeFileSync(file, settings({ dir, port, password, lasting }), { mode: 0o600 });
  const logFile = join(base, 'redis.log');
  /** @type {import('./watchdog.mjs').Watched | undefined} */
  let running;
  let stopping = false;
  let deaths = 0;
  const start = () => {
    const watched = spawnWatched([program, file], { stopSignal: 'TERM', logFile, cwd: dir, env });
    running = watched;
    void watched.exited.then(async (code) => {
      if (stopping) return;
      deaths += 1;
      say('infra', `Redis ended by itself (code ${code}, see ${logFile}); starting it again`);
      await delay(Math.min(200 * 2 ** deaths, 5_000));
      if (!stopping) start();
    });
  };
  start();
  return {
    pid: () => readPid(join(dir, 'redis.pid')),
    stop: async () => {
      stopping = true;
      await running?.stop(5_000);
    },
  };
}

/** @param {{dir: string, port: number, password: string, lasting: boolean}} options */
function settings({ dir, port, password, lasting }) {
  return `${[
    'bind 127.0.0.1',
    `port ${port}`,
    `dir "${dir}"`,
    `requirepass ${password}`,
    // BullMQ's own rule: a queue that evicts keys loses jobs.
    'maxmemory-policy noeviction',
    `appendonly ${lasting ? 'yes' : 'no'}`,
    'appendfsync everysec',
    'save ""',
    'daemonize no',
    `pidfile "${join(dir, 'redis.pid')}"`,
  ].join('\n')}\n`;
}

/** @param {number} port @param {string} password @returns {Promise<boolean>} */
async function answers(port, password) {
  for (let waited = 0; waited < 10_000; waited += 25) {
    if (await ping(port, password)) return true;
    await delay(25);
  }
  return false;
}

/** @param {number} port @param {string} password @returns {Promise<boolean>} */
function ping(port, password) {
  return new Promise((done) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    let answer = '';
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.includes('+PONG')) socket.destroy();
    });
    socket.once('error', () => socket.destroy());
    socket.once('close', () => done(answer.includes('+PONG')));
  });
}

import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';
import { say } from './say.mjs';
import { keepSecret } from './secrets.mjs';

/**
 * @typedef {object} Services
 * @property {string} ownerUrl for migrations
 * @property {string} appUrl the program's own login
 * @property {string | undefined} redisUrl
 * @property {() => Record<string, number | undefined>} pids of what we started
 * @property {() => Promise<void>} stop
 */

/**
 * PostgreSQL and Redis of one instance: those of DATABASE_URL and REDIS_URL, otherwise our own.
 * @param {{projectRoot: string, dataDir: string, ports: import('./ports.mjs').Ports}} options
 * @returns {Promise<Services>}
 */
export async function startServices({ projectRoot, dataDir, ports }) {
  const database = await findDatabase(projectRoot, dataDir, ports);
  const redis = await startRedis({
    dataDir,
    toolsDir: join(projectRoot, '.local', 'programs'),
    port: ports.redis,
    url: process.env['REDIS_URL'],
  });
  return {
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    redisUrl: redis?.url,
    pids: () => ({ postgres: database.pid(), redis: redis?.pid }),
    stop: async () => {
      await redis?.stop();
      await database.stop();
    },
  };
}

/** @param {string} projectRoot @param {string} dataDir @param {import('./ports.mjs').Ports} ports */
async function findDatabase(projectRoot, dataDir, ports) {
  const given = process.env['DATABASE_URL'];
  if (given) return outsideDatabase(given, dataDir);
  const postgres = await startPostgres({ projectRoot, dataDir, port: ports.database });
  return { ownerUrl: postgres.url, appUrl: postgres.appUrl, pid: () => postgres.pid, stop: postgres.stop };
}

/**
 * With DATABASE_OWNER_URL the two logins are as given; with DATABASE_URL alone it is the owner's, and the
 * program's login `permit_app` is made in that database by the migration.
 * @param {string} given @param {string} dataDir
 */
function outsideDatabase(given, dataDir) {
  const owner = process.env['DATABASE_OWNER_URL'];
  const login = new URL(given);
  if (!owner) Object.assign(login, { username: 'permit_app', password: keepSecret(dataDir, 'databaseApp') });
  say('infra', `PostgreSQL of DATABASE_URL  ${login.host}${login.pathname}`);
  return { ownerUrl: owner ?? given, appUrl: login.href, pid: () => undefined, stop: async () => undefined };
}

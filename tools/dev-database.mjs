// `node tools/dev-database.mjs`: a throw-away PostgreSQL (and Redis) in the foreground for single tests:
// copy the lines it prints into another terminal. Ctrl-C ends and removes it.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './launch/postgres.mjs';
import { startRedis } from './launch/redis.mjs';
import { runMain } from './launch/say.mjs';
import { makeThrowaway } from './launch/throwaway.mjs';

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..');

await runMain(async () => {
  const { folder, remove } = makeThrowaway();
  const shared = { dataDir: folder, throwaway: true };
  const postgres = await startPostgres({ ...shared, projectRoot });
  const redis = await startRedis({ ...shared, toolsDir: resolve(projectRoot, '.local/programs') });
  console.log(`export TEST_DATABASE_URL=${postgres.url}`);
  if (redis) console.log(`export TEST_REDIS_URL=${redis.url}`);
  await new Promise((end) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, end);
  });
  await redis?.stop();
  await postgres.stop();
  remove();
  return 0;
});

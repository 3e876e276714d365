// `npm test [-- PATTERN…]`: throw-away services, then types, lint and every test. Last line: "N passed, N failed".
import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './launch/install.mjs';
import { startPostgres } from './launch/postgres.mjs';
import { startRedis } from './launch/redis.mjs';
import { runMain, say, secondsSince } from './launch/say.mjs';
import { lastLine, readJestReport } from './launch/test-report.mjs';
import { makeThrowaway } from './launch/throwaway.mjs';

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const patterns = process.argv.slice(2);

/** @param {string} title @param {string[]} args @param {NodeJS.ProcessEnv} [env] @returns {Promise<number>} */
function run(title, args, env = process.env) {
  const startedAt = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env });
    running.add(child);
    child.once('close', (code) => {
      running.delete(child);
      say('test', `${title}: ${code === 0 ? 'ok' : 'failed'} in ${secondsSince(startedAt)}`);
      done(code ?? 1);
    });
  });
}
/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Both at once: the linter keeps one core busy only. @returns {Promise<string[]>} names of the steps that failed */
async function checkStyle() {
  const steps = {
    types: ['tools/types.mjs'],
    lint: [
      'node_modules/eslint/bin/eslint.js',
      '--cache',
      '--cache-location',
      'node_modules/.cache/eslint/',
      '.',
    ],
  };
  const ended = Object.entries(steps).map(async ([name, args]) =>
    (await run(name, args)) === 0 ? [] : [name],
  );
  return (await Promise.all(ended)).flat();
}

/** @param {NodeJS.ProcessEnv} services @param {string} folder */
async function runTests(services, folder) {
  const report = join(folder, 'jest.json');
  const args = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${report}`,
  ];
  // Peers that need root or apt belong to `npm run conformance`.
  const left = ['/node_modules/', '/fixtures/', '/artifacts/', '/\\.local/', '\\.conformance\\.test\\.'];
  const wanted = patterns.length > 0 ? ['--testPathPatterns', ...patterns] : [];
  const env = { ...process.env, ...services, NODE_NO_WARNINGS: '1' };
  const code = await run('tests', [...args, '--testPathIgnorePatterns', ...left, ...wanted], env);
  return readJestReport(report, code);
}

await runMain(async () => {
  const startedAt = performance.now();
  await install(projectRoot);
  const throwaway = makeThrowaway();
  const postgres = await startPostgres({ projectRoot, dataDir: throwaway.folder, throwaway: true });
  const redis = await startRedis({
    dataDir: throwaway.folder,
    throwaway: true,
    toolsDir: join(projectRoot, '.local', 'programs'),
    url: process.env['TEST_REDIS_URL'],
  });
  let interrupted = false;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, () => {
      interrupted = true;
      for (const child of running) child.kill('SIGTERM');
    });
  try {
    const failedSteps = patterns.length > 0 ? [] : await checkStyle();
    const tally = await runTests(
      {
        TEST_FOLDER: throwaway.folder,
        TEST_DATABASE_URL: postgres.url,
        ...(redis ? { TEST_REDIS_URL: redis.url } : {}),
      },
      throwaway.folder,
    );
    for (const name of tally.skipped) say('skipped', name);
    if (failedSteps.length > 0) say('test', `failed before the tests: ${failedSteps.join(', ')}`);
    if (tally.passed + tally.failed === 0) say('test', `no test matches ${patterns.join(' ')}`);
    say('test', `everything took ${secondsSince(startedAt)}${interrupted ? ' and was interrupted' : ''}`);
    console.log(lastLine(tally, interrupted ? [...failedSteps, 'interrupted'] : failedSteps));
    return tally.failed + failedSteps.length === 0 && tally.passed > 0 && !interrupted ? 0 : 1;
  } finally {
    await redis?.stop();
    await postgres.stop();
    throwaway.remove();
  }
});

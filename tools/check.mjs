// `npm run check [-- workspace…]`: lint, format, types and the tests that need no service, in under a minute.
import { spawnSync } from 'node:child_process';

const scope = process.argv.slice(2);
const folders = scope.length > 0 ? scope : ['.'];

/** @param {string} title @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function run(title, args, env = {}) {
  console.log(`[check] ${title}`);
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) {
    console.error(`[check] ${title}: failed`);
    process.exit(status ?? 1);
  }
}

run('lint', [
  'node_modules/eslint/bin/eslint.js',
  '--cache',
  '--cache-location',
  'node_modules/.cache/eslint/',
  ...folders,
]);
run('format', [
  'node_modules/prettier/bin/prettier.cjs',
  '--check',
  '--log-level',
  'warn',
  '--cache',
  ...folders,
]);
run('types', ['tools/types.mjs', ...scope]);
run(
  'unit tests',
  [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--passWithNoTests',
    // Needs services or minutes: db, slow and journey tests belong to `npm test`.
    '--testPathIgnorePatterns',
    '/node_modules/',
    '/fixtures/',
    '\\.(db|slow|journey|conformance)\\.test\\.',
    ...(scope.length > 0 ? ['--testPathPatterns', ...scope.map((name) => `/${name}/`)] : []),
  ],
  { NODE_NO_WARNINGS: '1' },
);

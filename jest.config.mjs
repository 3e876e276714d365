// Native ESM (docs/decisions/0001): swc only strips the types, Node links the modules.
const swc = [
  './tests/infrastructure/swc-with-own-globals.mjs',
  {
    jsc: {
      target: 'es2022',
      // Without it swc drops `with { type: 'json' }`.
      experimental: { keepImportAttributes: true },
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  },
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  // By our own names only: jest's default would take tools/test.mjs itself for a test, and run everything again.
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/', '/artifacts/', '/\\.local/'],
  modulePathIgnorePatterns: ['/\\.local/', '/artifacts/'],
  cacheDirectory: 'node_modules/.cache/jest',
  testTimeout: 30_000,
  // Migrates the template database once a run; does nothing where TEST_DATABASE_URL is not set.
  globalSetup: './tests/infrastructure/jest-global-setup.mjs',
  globalTeardown: './tests/infrastructure/jest-global-teardown.mjs',
  testSequencer: './tests/infrastructure/longest-first.mjs',
  // One more than the cores that every machine has: files wait for PostgreSQL, browsers and children.
  maxWorkers: 3,
  // Native ESM keeps every module of a finished file: a worker that grew is replaced.
  workerIdleMemoryLimit: '900MB',
};

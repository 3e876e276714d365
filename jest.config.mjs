// Native ESM (docs/decisions/0001): swc only strips the types, Node links the modules.
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
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
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/', '/artifacts/', '/\\.local/'],
  modulePathIgnorePatterns: ['/\\.local/', '/artifacts/'],
  cacheDirectory: 'node_modules/.cache/jest',
  testTimeout: 30_000,
};

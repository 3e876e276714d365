import importX from 'eslint-plugin-import-x';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Style that the compiler does not see. Who may import whom is in tests/architecture, with fixtures that break it. */
export default tseslint.config(
  {
    ignores: [
      '**/node_modules/**',
      '**/dist/**',
      '**/fixtures/**',
      'artifacts/**',
      '.local/**',
      'biometrics/wasm/**/*.ts',
      'coverage/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'max-params': ['error', 4],
    },
  },
  {
    // Programs talk to a terminal; configuration files must export a default.
    files: ['tools/**', '**/cli/**', '*.config.mjs', '**/vite.config.ts', 'tests/**', '**/*main.ts'],
    rules: { 'no-console': 'off', 'import-x/no-default-export': 'off' },
  },
);

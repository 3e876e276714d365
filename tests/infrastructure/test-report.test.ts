import { afterAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine, readJestReport } from '../../tools/launch/test-report.mjs';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

function aReport(counts: { passed: number; failed: number; brokenFiles: number }) {
  const file = join(temporaryFolder(), 'jest.json');
  const assertionResults = [
    { status: 'pending', fullName: 'needs a printer' },
    { status: 'passed', fullName: 'ok' },
  ];
  writeFileSync(
    file,
    JSON.stringify({
      numPassedTests: counts.passed,
      numFailedTests: counts.failed,
      numRuntimeErrorTestSuites: counts.brokenFiles,
      testResults: [{ assertionResults }],
    }),
  );
  return file;
}

test('tests are counted, and skipped ones are named', () => {
  const tally = readJestReport(aReport({ passed: 7, failed: 2, brokenFiles: 0 }), 1);
  expect(tally).toEqual({ passed: 7, failed: 2, skipped: ['needs a printer'] });
  expect(lastLine(tally, [])).toBe('7 passed, 2 failed');
});

test('a file that cannot run and a step that fails count as failed', () => {
  const tally = readJestReport(aReport({ passed: 7, failed: 0, brokenFiles: 1 }), 1);
  expect(lastLine(tally, ['types', 'lint'])).toBe('7 passed, 3 failed');
});

test('jest that fails without a failed test, or without a report, is never a success', () => {
  expect(readJestReport(aReport({ passed: 7, failed: 0, brokenFiles: 0 }), 1)).toMatchObject({ failed: 1 });
  expect(readJestReport(join(temporaryFolder(), 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
});

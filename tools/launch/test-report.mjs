import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} Tally
 * @property {number} passed tests
 * @property {number} failed tests, and whole steps or files that could not run
 * @property {string[]} skipped names of tests that were left out
 */

/**
 * Counts tests of a jest --json report; a file that could not run at all counts as one failed test.
 * @param {string} file @param {number} exitCode of jest
 * @returns {Tally}
 */
export function readJestReport(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const skipped = report.testResults.flatMap((/** @type {any} */ suite) =>
    suite.assertionResults
      .filter((/** @type {any} */ test) => test.status === 'pending' || test.status === 'todo')
      .map((/** @type {any} */ test) => test.fullName),
  );
  // Jest may fail without a failed test (a handle left open, a crashed worker): never called a success.
  return { passed: report.numPassedTests, failed: failed || (exitCode === 0 ? 0 : 1), skipped };
}

/** @param {Tally} tally @param {readonly string[]} failedSteps like ["types"] */
export function lastLine(tally, failedSteps) {
  return `${tally.passed} passed, ${tally.failed + failedSteps.length} failed`;
}

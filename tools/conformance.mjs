// `npm run conformance [-- PATTERN…]`: every *.conformance.test.ts, against peers that need root or apt
// (IPP, CUPS, clamd, SoftHSM). A test whose peer is missing skips itself, and is named here.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './launch/install.mjs';
import { runMain, say } from './launch/say.mjs';
import { lastLine, readJestReport } from './launch/test-report.mjs';
import { makeThrowaway } from './launch/throwaway.mjs';

const projectRoot = resolve(fileURLToPath(import.meta.url), '..', '..');

await runMain(async () => {
  await install(projectRoot);
  const throwaway = makeThrowaway();
  try {
    const report = join(throwaway.folder, 'jest.json');
    const patterns = process.argv.slice(2);
    const files =
      patterns.length > 0 ? patterns.map((pattern) => `${pattern}.*\\.conformance\\.test\\.ts`) : [];
    const { status } = spawnSync(
      process.execPath,
      [
        ...['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`],
        // One at a time: peers listen on ports that are theirs.
        ...['--runInBand', '--passWithNoTests', '--verbose'],
        ...['--testPathPatterns', ...(files.length > 0 ? files : ['\\.conformance\\.test\\.ts'])],
      ],
      {
        cwd: projectRoot,
        stdio: 'inherit',
        env: { ...process.env, NODE_NO_WARNINGS: '1', CONFORMANCE: '1' },
      },
    );
    const tally = readJestReport(report, status ?? 1);
    for (const name of tally.skipped) say('skipped', name);
    console.log(lastLine(tally, []));
    return tally.failed === 0 ? 0 : 1;
  } finally {
    throwaway.remove();
  }
});

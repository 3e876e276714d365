import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** Builds the pages as they stand now into a folder of their own; answers the folder, which the caller removes. */
export async function buildWeb(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'web-'));
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
  const build = ['build', join(projectRoot, 'web'), '--config', join(projectRoot, 'web/vite.config.ts')];
  await run(process.execPath, [vite, ...build, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: join(projectRoot, 'web'),
    // A test runner's NODE_ENV would put the slow and heavy React into the pages.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return folder;
}

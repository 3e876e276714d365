import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 120_000;
const run = promisify(execFile);

/**
 * The pages as they stand now, built once for all files of a run of the tests, in its folder; whoever comes first
 * builds, the others wait. Nobody removes it: it goes with the run.
 */
export async function builtWeb(): Promise<string> {
  const shared = process.env['TEST_FOLDER'];
  if (!shared) throw new Error('journeys are run by `npm test -- PATTERN`, which gives them a folder');
  const [folder, claim, failed] = ['web', 'web-claimed', 'web-failed'].map((name) => join(shared, name));
  if (await isFirst(claim!)) await build(`${folder}-unfinished`, folder!, failed!);
  for (const until = Date.now() + PATIENCE_MS; !existsSync(folder!); await delay(100))
    if (existsSync(failed!) || Date.now() > until) throw new Error('the pages could not be built');
  return folder!;
}

/** Only one of several processes makes the folder. */
const isFirst = (claim: string) =>
  mkdir(claim).then(
    () => true,
    () => false,
  );

async function build(unfinished: string, folder: string, failed: string): Promise<void> {
  const vite = join(projectRoot, 'node_modules/vite/bin/vite.js');
  const build = ['build', join(projectRoot, 'web'), '--config', join(projectRoot, 'web/vite.config.ts')];
  const out = ['--outDir', unfinished, '--emptyOutDir', '--logLevel', 'error'];
  try {
    await run(process.execPath, [vite, ...build, ...out], {
      cwd: join(projectRoot, 'web'),
      // A test runner's NODE_ENV would put the slow and heavy React into the pages.
      env: { ...process.env, NODE_ENV: 'production' },
    });
    await rename(unfinished, folder);
  } catch (error) {
    await writeFile(failed, '');
    throw error;
  }
}

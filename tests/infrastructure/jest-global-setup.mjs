import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** Jest loads this file itself, without swc; a child with tsx makes the template (nothing to do without a server). */
export default function makeTemplate() {
  if (!process.env['TEST_DATABASE_URL']) return;
  // Every worker inherits it: what is made once a run is found under this name.
  process.env['TEST_RUN'] = randomBytes(6).toString('hex');
  const main = fileURLToPath(new URL('./make-template-main.ts', import.meta.url));
  // tsx reads its own environment; jest's --experimental-vm-modules must not reach the child.
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', main], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (status !== 0) throw new Error('the template database could not be made');
}

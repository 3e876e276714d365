import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LaunchFault } from './launch-fault.mjs';

/**
 * Walks one worker's whole road as a program of its own: progress on standard error, one JSON line on standard output.
 * @param {{projectRoot: string, dataDir: string, captureFrom: string | undefined}} options
 * @returns {Promise<number>} its exit code: 0 handed over, 3 held as a duplicate
 */
export async function runOnce({ projectRoot, dataDir, captureFrom }) {
  const file = join(projectRoot, 'tools', 'once.ts');
  if (!existsSync(file)) throw new LaunchFault('--once is not built yet (tools/once.ts is missing).');
  const flags = ['--data', dataDir, ...(captureFrom ? ['--capture-from', captureFrom] : [])];
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...flags], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

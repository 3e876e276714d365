import { spawn } from 'node:child_process';
import { LaunchFault } from './launch-fault.mjs';

/**
 * Runs one TypeScript program to its end; its output is shown only when it fails.
 * @param {{projectRoot: string, file: string, env: NodeJS.ProcessEnv, failure: string}} step
 * @returns {Promise<string>} the last line it printed
 */
export async function runStep({ projectRoot, file, env, failure }) {
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let printed = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
    printed += chunk;
  });
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new LaunchFault(`${failure}\n${output.trim().split('\n').slice(-25).join('\n')}`);
  return printed.trim().split('\n').at(-1) ?? '';
}

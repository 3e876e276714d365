// `npm run simulate -- bank|mail|sms|printer|sbi [flags]`: the simulators as programs of their own, until Ctrl-C.
// Settings come from the environment (docs/operations.md), the same as when `npm start` runs them.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LaunchFault } from './launch/launch-fault.mjs';
import { runMain } from './launch/say.mjs';

const SIMULATORS = {
  bank: 'server/src/bank-simulator/main.ts',
  mail: 'server/src/mail-simulator/main.ts',
  sms: 'server/src/sms-simulator/main.ts',
  printer: 'print/src/printers/simulator/main.ts',
  sbi: 'biometrics/src/readers/sbi/simulator/main.ts',
};
const projectRoot = fileURLToPath(new URL('..', import.meta.url));

await runMain(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!(name in SIMULATORS))
    throw new LaunchFault(`use: npm run simulate -- ${Object.keys(SIMULATORS).join('|')} [flags]`, 2);
  const file = join(projectRoot, SIMULATORS[name as keyof typeof SIMULATORS]);
  if (!existsSync(file)) throw new LaunchFault(`the ${name} simulator is not built yet`);
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 0));
  });
});

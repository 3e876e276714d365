// `npm run types [-- workspace…]`: tsc over every project (or the named ones), two at a time.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

const PROJECTS = [
  'domain',
  'biometrics',
  'server',
  'print',
  'kiosk-client',
  'kiosk-client/src/renderer',
  'ui',
  'web',
  'migrations',
  'tests',
  'tools',
];

/** @param {string} project @returns {Promise<number>} exit code of tsc */
function checkTypes(project) {
  return new Promise((resolve) => {
    const tsc = spawn(
      process.execPath,
      // One checker each: four on two cores infer the same types four times (the tests: 17 s of processor, not 7).
      ['node_modules/typescript7/bin/tsc', '-p', project, '--pretty', 'false', '--checkers', '1'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    tsc.stdout.on('data', (chunk) => (output += chunk));
    tsc.on('close', (code) => {
      // TS18003: a project without files yet is no fault.
      const empty = /error TS18003/.test(output);
      if (!empty) process.stdout.write(output);
      resolve(empty ? 0 : (code ?? 1));
    });
  });
}

const wanted = process.argv.slice(2);
const queue = PROJECTS.filter((project) => existsSync(project)).filter(
  (project) => wanted.length === 0 || wanted.some((name) => project.startsWith(name)),
);
let failed = 0;
async function drain() {
  for (let next = queue.shift(); next; next = queue.shift()) failed += (await checkTypes(next)) === 0 ? 0 : 1;
}
await Promise.all([drain(), drain()]);
process.exit(failed === 0 ? 0 : 1);

import { afterAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { superviseChildren } from '../../tools/launch/children.mjs';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
afterAll(removeTemporaryFolders);

/** A program that says that it runs, and says goodbye at SIGTERM. */
function aProgram(folder: string) {
  const file = join(folder, 'program.ts');
  writeFileSync(
    file,
    `const greeting: string = 'running';
     console.log(greeting, process.pid);
     process.on('SIGTERM', () => { console.log('goodbye', process.pid); process.exit(0); });
     setInterval(() => {}, 1000);`,
  );
  return { name: 'program', file, env: process.env };
}

async function waitFor<T>(look: () => T | undefined | false): Promise<T> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const seen = tryLook(look);
    if (seen !== undefined && seen !== false) return seen;
    await delay(50);
  }
  throw new Error('it did not happen in 15 s');
}

/** A log that is not there yet is nothing seen yet. */
function tryLook<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

function logOf(folder: string): string[] {
  return readFileSync(join(folder, 'program.log'), 'utf8').split('\n').slice(0, -1);
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a program that is killed runs again, and ends in order when all is stopped', async () => {
  const folder = temporaryFolder();
  const children = superviseChildren({ cwd: projectRoot, logDir: folder });
  children.start(aProgram(folder));
  const first = await waitFor(() => logOf(folder).length === 1 && children.pids()['program']);
  process.kill(first, 'SIGKILL');
  const second = await waitFor(() => logOf(folder).length === 2 && children.pids()['program']);
  expect(second).not.toBe(first);
  await children.stop();
  expect(logOf(folder).at(-1)).toBe(`goodbye ${second}`);
  expect(isAlive(second)).toBe(false);
});

test('when the launcher is killed its programs end in order by themselves', async () => {
  const folder = temporaryFolder();
  const program = JSON.stringify(aProgram(folder));
  const module = join(projectRoot, 'tools/launch/children.mjs');
  const script = `import { superviseChildren } from ${JSON.stringify(module)};
    superviseChildren({ cwd: ${JSON.stringify(projectRoot)}, logDir: ${JSON.stringify(folder)} }).start(${program});`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
  const pid = Number((await waitFor(() => logOf(folder)[0])).split(' ')[1]);
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  await waitFor(() => !isAlive(pid));
  expect(logOf(folder).at(-1)).toBe(`goodbye ${pid}`);
});

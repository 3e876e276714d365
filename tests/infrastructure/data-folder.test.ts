import { afterAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FOLDER_VERSION, takeDataFolder } from '../../tools/launch/instance.mjs';
import { endLeftovers, recordProcesses } from '../../tools/launch/leftovers.mjs';
import { keepSecret } from '../../tools/launch/secrets.mjs';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);
const lockOf = (folder: string) => join(folder, 'start.lock');

test('a data folder belongs to one process at a time', () => {
  const folder = join(temporaryFolder(), 'made', 'by', 'start');
  const instance = takeDataFolder(folder);
  expect(() => takeDataFolder(folder)).toThrow(`is in use by process ${process.pid}`);
  instance.release();
  takeDataFolder(folder).release();
  expect(readdirSync(folder)).toEqual(['version']);
});

test.each([
  ['of a process that ended', JSON.stringify({ pid: 2 ** 30, started: 'x' })],
  ['whose pid now belongs to another program', JSON.stringify({ pid: process.pid, started: 'long ago' })],
  ['that is empty', ''],
  ['that is cut short', '{"pid":1'],
])('a lock %s heals', (_name, text) => {
  const folder = temporaryFolder();
  writeFileSync(lockOf(folder), text);
  const instance = takeDataFolder(folder);
  expect(JSON.parse(readFileSync(lockOf(folder), 'utf8'))).toMatchObject({ pid: process.pid });
  instance.release();
});

test('of many that find a stale lock at once exactly one gets the folder', async () => {
  const folder = temporaryFolder();
  writeFileSync(lockOf(folder), JSON.stringify({ pid: 2 ** 30, started: 'x' }));
  const module = fileURLToPath(new URL('../../tools/launch/instance.mjs', import.meta.url));
  const script = `import { takeDataFolder } from ${JSON.stringify(module)};
    try { takeDataFolder(process.argv[1]); console.log('taken'); setTimeout(() => {}, 3000); }
    catch (error) { console.log(error.name); }`;
  const racers = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const answers = await Promise.all(
    racers.map(async (racer) => String((await once(racer.stdout, 'data'))[0]).trim()),
  );
  for (const racer of racers) racer.kill('SIGKILL');
  expect(answers.sort()).toEqual([...Array.from({ length: 5 }, () => 'LaunchFault'), 'taken'].sort());
});

test('a folder of another version is refused with what to do', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'version'), `${FOLDER_VERSION + 1}\n`);
  expect(() => takeDataFolder(folder)).toThrow(/is of version 2 and this program needs 1: .*--data/);
  expect(existsSync(lockOf(folder))).toBe(false);
});

test('a folder that cannot be written is refused with what to do', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => takeDataFolder(join(file, 'below'))).toThrow(
    /cannot be written \(ENOTDIR\): choose another with --data/,
  );
});

test('what a killed launcher left running is ended; a process with the same pid is not', async () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  const [ours, other] = [0, 1].map(() => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']));
  await Promise.all([ours, other].map((child) => once(child!, 'spawn')));
  recordProcesses(folder, { ours: ours!.pid, other: other!.pid, never: undefined });
  const file = join(folder, 'processes.json');
  const list = JSON.parse(readFileSync(file, 'utf8')) as { name: string; started: string }[];
  expect(list.map(({ name }) => name)).toEqual(['ours', 'other']);
  writeFileSync(
    file,
    JSON.stringify(list.map((one) => (one.name === 'other' ? { ...one, started: 'x' } : one))),
  );
  expect(await endLeftovers(folder)).toBe(1);
  expect([ours!.exitCode ?? ours!.signalCode, other!.exitCode ?? other!.signalCode]).toEqual([
    'SIGTERM',
    null,
  ]);
  other!.kill('SIGKILL');
  expect(await endLeftovers(folder)).toBe(0);
});

test('a secret is made once a folder and is 256 bits', () => {
  const folder = temporaryFolder();
  const first = keepSecret(folder, 'one');
  expect(Buffer.from(first, 'base64url')).toHaveLength(32);
  expect(keepSecret(folder, 'two')).not.toBe(first);
  expect(keepSecret(folder, 'one')).toBe(first);
});

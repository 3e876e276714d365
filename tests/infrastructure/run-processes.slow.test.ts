import { afterEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../tools/launch/free-port.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

async function aServerOfTwo(more: NodeJS.ProcessEnv = {}) {
  const port = await freePort(undefined);
  const args = ['--import', 'tsx', 'tests/infrastructure/processes-main.ts'];
  const env = { ...process.env, PORT: String(port), ...more };
  const child = spawn(process.execPath, args, { cwd: projectRoot, env, stdio: 'ignore' });
  running.push(child);
  const ask = async (path = '/') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    return answer && Number(await answer.text());
  };
  /** The pids that answer, once there are so many. */
  const answering = async (wanted: number, without?: number): Promise<Set<number>> => {
    const seen = new Set<number>();
    for (let tries = 0; tries < 300; tries += 1) {
      const pid = await ask();
      if (pid && pid !== without) seen.add(pid);
      if (seen.size === wanted) return seen;
      await delay(50);
    }
    throw new Error(`${seen.size} of ${wanted} processes answered`);
  };
  return { child, ask, answering, ended: once(child, 'exit') };
}

test('two processes answer at one port; one that dies is started anew, and both end when the program is told to', async () => {
  const { child, ask, answering, ended } = await aServerOfTwo();
  await answering(2);
  const dead = await ask('/die');
  const after = await answering(2, dead);
  expect(after).not.toContain(dead);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(await ask()).toBeUndefined();
  for (const pid of after) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
}, 40_000);

test('a process that cannot even start ends the program with its own code', async () => {
  const { ended } = await aServerOfTwo({ FAULTY: '1' });
  expect(await ended).toEqual([3, null]);
}, 40_000);

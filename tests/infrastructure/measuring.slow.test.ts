import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegistered } from '../../tools/launch/registry.ts';
import { measuringServices } from '../../tools/launch/measuring-services.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
afterAll(removeTemporaryFolders);

test('packages are found by what they export, and a faulty one hides no other', async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'benches'));
  const write = (name: string, text: string) => writeFileSync(join(root, 'benches', name), text);
  write('a-benches.ts', 'export const benches = { one: () => 1, two: () => 2 };');
  write('b-bench.ts', 'export const other = 1;');
  write('c-bench.ts', 'throw new Error("broken");');
  write('part-of-a.ts', 'export function helper() {}');
  write('long-run.ts', 'export const benches = { long: () => 4 };');
  write('c2-bench.ts', 'export const fingerMatch = () => 3; export const count = 3;');
  write('d-bench.test.ts', 'throw new Error("never loaded");');
  const { found, faults } = await loadRegistered<() => number>(root, ['benches', 'not-there.ts'], 'benches');
  expect(found.map(({ name, run }) => [name, run()])).toEqual([
    ['one', 1],
    ['two', 2],
    ['finger-match', 3],
    ['long', 4],
  ]);
  expect(faults).toEqual([
    'benches/b-bench.ts exports no benches',
    'benches/c-bench.ts cannot be loaded: broken',
  ]);
});

test('a measurement gets a durable PostgreSQL and pgbench for it', async () => {
  const services = measuringServices(projectRoot);
  try {
    const [url, tool] = [await services.database(), await services.postgresTool('pgbench')];
    expect(await services.database()).toBe(url);
    const run = spawnSync(tool.program, ['-i', '-q', '-s', '1', url], { encoding: 'utf8', env: tool.env });
    expect(run.stderr).toContain('done in');
    expect(run.status).toBe(0);
  } finally {
    await services.stop();
  }
});

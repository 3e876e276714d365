import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { samplePicture } from '../../images/sample-picture.ts';
import { encodePng } from '../../images/sharp-image.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bench-'));
  for (const name of ['left-thumb', 'right-thumb']) {
    await writeFile(join(folder, `${name}.png`), await encodePng(samplePicture(96, 96, 500)));
  }
});
afterAll(() => rm(folder, { recursive: true }));

/** The technicians' command as it is run, with its exit code and output. */
function readers(
  ...args: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const program = join(import.meta.dirname, 'main.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', program, ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

test('captures two thumbs from a folder and saves them by position', async () => {
  const out = join(folder, 'out');
  const run = await readers(
    'capture',
    '--target',
    'two-thumbs',
    '--from',
    folder,
    '--out',
    out,
    '--ports',
    '9',
  );
  expect(run.code).toBe(0);
  const lines = run.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { position: string; simulated: boolean });
  expect(lines.map(({ position }) => position)).toEqual(['left-thumb', 'right-thumb']);
  expect(lines.every(({ simulated }) => simulated)).toBe(true);
  expect(await readdir(out)).toEqual(['left-thumb.png', 'right-thumb.png']);
});

test('says what it can do when it is used wrongly, and the advice when a reader has a problem', async () => {
  const [nothing, unknown, missing] = await Promise.all([
    readers(),
    readers('capture', '--target', 'left-ear'),
    readers('capture', '--target', 'right-four', '--from', folder, '--ports', '9'),
  ]);
  expect([nothing.code, unknown.code, missing.code]).toEqual([2, 2, 2]);
  expect(unknown.err).toContain('--target is one of');
  expect(missing.err).toContain('no device for right-four');
});

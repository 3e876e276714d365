import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { run as extract } from './extract.ts';
import { run as match } from './match.ts';

test('wrong use of extract and match is exit code 2', async () => {
  expect(await extract(['--modality', 'ear', '--out', 'x', 'y'])).toBe(2);
  expect(await extract(['--modality', 'finger', 'y'])).toBe(2);
  expect(await match(['--out', 'x'])).toBe(2);
  expect(await match(['--all', 'a', '--pairs', 'b', '--out', 'x'])).toBe(2);
});

test('a file that is no picture leaves an empty template', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'permit-match-'));
  await writeFile(join(dir, 'letter.txt'), 'no picture');
  expect(await extract(['--modality', 'finger', '--out', dir, join(dir, 'letter.txt')])).toBe(0);
  expect(await readFile(join(dir, 'letter.tpl'))).toHaveLength(0);
  await rm(dir, { recursive: true });
});

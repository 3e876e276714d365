import { afterAll, expect, test } from '@jest/globals';
import {
  closeSync,
  existsSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { openLog } from '../../tools/launch/log-file.mjs';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

function append(file: string, text: string) {
  const log = openLog(file);
  writeSync(log, text);
  closeSync(log);
}

test('a log is appended to, for its owner only', () => {
  const file = join(temporaryFolder(), 'a.log');
  append(file, 'one\n');
  append(file, 'two\n');
  expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(`${file}.1`)).toBe(false);
});

test('a log that has grown large is put aside once', () => {
  const file = join(temporaryFolder(), 'a.log');
  writeFileSync(file, '');
  truncateSync(file, 20_000_001);
  append(file, 'new\n');
  expect(readFileSync(file, 'utf8')).toBe('new\n');
  expect(statSync(`${file}.1`).size).toBe(20_000_001);
});

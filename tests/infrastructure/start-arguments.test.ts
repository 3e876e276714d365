import { afterAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { readStartArguments } from '../../tools/launch/arguments.mjs';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

const where = { cwd: '/somewhere', projectRoot: '/project' };
afterAll(removeTemporaryFolders);

test('without flags everything is at its default place', () => {
  expect(readStartArguments([], where)).toEqual({
    once: false,
    port: 8080,
    data: join('/project', '.local'),
    captureFrom: undefined,
  });
});

test('flags are read with a space and with an equals sign, folders count from where npm was called', () => {
  const cwd = temporaryFolder();
  const given = ['--once', '--port=9000', '--data', 'elsewhere', '--capture-from', '.'];
  expect(readStartArguments(given, { ...where, cwd })).toEqual({
    once: true,
    port: 9000,
    data: join(cwd, 'elsewhere'),
    captureFrom: cwd,
  });
});

test.each([
  [['--prot', '1'], '--prot is not known'],
  [['--data'], '--data needs a value'],
  [['--data', '--once'], '--data needs a value'],
  [['--capture-from', 'not-there'], 'the folder not-there is not there'],
  [['once'], 'once is not known'],
])('%j is wrong use: one sentence, exit 2', (given, sentence) => {
  expect(() => readStartArguments(given, where)).toThrow(sentence);
  expect(() => readStartArguments(given, where)).toThrow(expect.objectContaining({ exitCode: 2 }));
});

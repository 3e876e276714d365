import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, markComplete, whyInstall } from '../../tools/launch/install.mjs';
import { nodeVersionFault } from '../../tools/launch/node-version.mjs';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

/** A project whose install is whole: lock file, npm's own hidden list and one package. */
function anInstalledProject() {
  const root = temporaryFolder();
  mkdirSync(join(root, 'node_modules', 'left'), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), '{"version":1}');
  const packages = { 'node_modules/left': {}, 'node_modules/mac-only': { optional: true } };
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }));
  writeFileSync(join(root, 'node_modules', 'left', 'package.json'), '{}');
  return root;
}

test('a whole install is left alone', () => {
  expect(whyInstall(anInstalledProject())).toBeUndefined();
});

test.each([
  ['node_modules', 'nothing is installed'],
  ['node_modules/.package-lock.json', 'the last install was cut short'],
  ['node_modules/left/package.json', 'node_modules/left is missing'],
])('without %s npm runs again: %s', (path, reason) => {
  const root = anInstalledProject();
  rmSync(join(root, path), { recursive: true });
  expect(whyInstall(root)).toBe(reason);
});

test('a list of installed packages that was cut short means npm runs again', () => {
  const root = anInstalledProject();
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"packages":{"node_mod');
  expect(whyInstall(root)).toContain('is missing');
});

test('a newer lock file means npm runs again, unless it is the one that was installed', () => {
  const root = anInstalledProject();
  markComplete(root);
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(root, 'package-lock.json'), later, later);
  expect(whyInstall(root)).toBeUndefined();
  writeFileSync(join(root, 'package-lock.json'), '{"version":2}');
  utimesSync(join(root, 'package-lock.json'), later, later);
  expect(whyInstall(root)).toBe('package-lock.json has changed');
});

test.each([
  ['npm error code ENOTFOUND\nnpm error request failed', 'cannot be reached'],
  ['npm error code ENOTCACHED', 'cannot be reached'],
  ['npm error code EACCES\nnpm error path x', 'make it writable'],
  ['npm error code EROFS', 'make it writable'],
  ['npm error code ENOSPC', 'The disk is full'],
  ['npm error something else\nnpm error A complete log of this run', 'npm error something else'],
])('%j becomes one sentence', (output, sentence) => {
  expect(explain(output)).toContain(sentence);
  expect(explain(output)).not.toContain('\n');
});

test.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.0', false],
  ['22.13.1', false],
  ['22.14.0', true],
  ['23.9.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s may run it: %p', (version, fits) => {
  expect(nodeVersionFault(version) === undefined).toBe(fits);
});

import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyStoreOf, openKeyFile, writeKeyFile } from './file-key-store.ts';
import { newKeyMaterial } from './key-material.ts';
import { newPersonKey, openJson, personKey, sealJson } from './person-vault.ts';

const keys = keyStoreOf(newKeyMaterial(true).material);

test('what is sealed for a person opens with their wrapped key and holds no readable name', () => {
  const person = newPersonKey(keys, 'p1');
  const sealed = sealJson(person, 'person', { name: 'มะ ขิ่น' });
  expect(sealed.includes(Buffer.from('ขิ่น'))).toBe(false);
  expect(openJson(personKey(keys, 'p1', person.wrapped), 'person', sealed)).toEqual({ name: 'มะ ขิ่น' });
});

test('a sealed value opens neither as another person nor in another place', () => {
  const person = newPersonKey(keys, 'p1');
  const sealed = sealJson(person, 'person', 1);
  expect(() => openJson({ ...person, personId: 'p2' }, 'person', sealed)).toThrow();
  expect(() => openJson(person, 'draft', sealed)).toThrow();
});

test('a key file opens with its passphrase only, and not after a bit was flipped', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'keys-')), 'keys.json');
  writeKeyFile(path, 'correct horse', newKeyMaterial(true).material);
  expect(openKeyFile(path, 'correct horse').specimen).toBe(true);
  expect(() => openKeyFile(path, 'wrong horse')).toThrow(/does not open/);
  const outer = JSON.parse(readFileSync(path, 'utf8')) as { sealed: string };
  const bytes = Buffer.from(outer.sealed, 'base64');
  bytes[40]! ^= 1;
  writeFileSync(path, JSON.stringify({ ...outer, sealed: bytes.toString('base64') }));
  expect(() => openKeyFile(path, 'correct horse')).toThrow(/does not open/);
});

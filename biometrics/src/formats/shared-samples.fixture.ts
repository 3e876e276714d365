import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from '@jest/globals';

/** The handed-out samples beside the project; they are never copied into it. */
const SHARED = new URL('../../../../shared/data/', import.meta.url);

/** Names of the files in a folder of the shared data; none where it is absent. */
export function sharedFiles(folder: string): string[] {
  const place = new URL(`${folder}/`, SHARED);
  return existsSync(place) ? readdirSync(place).map((name) => `${folder}/${name}`) : [];
}

/** A fresh copy, in an array of its own: Buffers from a pool would hide reads beyond the end. */
export function sharedBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, SHARED)));
}

/** A test that is skipped by name where the shared data are absent. */
export const testWithSharedData = existsSync(SHARED) ? test : test.skip;

import { join } from 'node:path';
import pino from 'pino';
import { folderBlobs } from '../blobs/folder-blobs.ts';
import { systemClock } from '../clock.ts';
import { connectDatabase } from '../database/database.ts';
import type { Deps } from '../deps.ts';
import { noScanner } from '../documents/scan/virus-scanner.ts';
import { keyStoreOf } from '../vault/file-key-store.ts';
import { newKeyMaterial, type KeyMaterial } from '../vault/key-material.ts';

const NO_BELL = {
  kind: 'listen-notify',
  ring: () => undefined,
  listen: async () => async () => undefined,
  close: async () => undefined,
} as const;
/** The program's own login in the throw-away database. */
export const LOGIN = { username: 'permit_bench', password: 'throw-away' };

/** What the product needs, over a throw-away database and folder. */
export function benchDeps(url: string, folder: string, material = benchKeys()): Deps {
  return {
    config: {
      APP_MODE: 'demo',
      DATABASE_URL: url,
      PORT: 0,
      API_PROCESSES: 1,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://127.0.0.1',
      DATA_DIR: folder,
      KEY_STORE_FILE: join(folder, 'keys'),
      KEY_STORE_PASSPHRASE: '',
      ANCHOR_FILE: join(folder, 'anchor'),
      LOG_LEVEL: 'silent',
    },
    log: pino({ level: 'silent' }),
    keys: keyStoreOf(material),
    db: connectDatabase(url),
    clock: systemClock('2026-11-20T09:00:00+07:00'),
    blobs: folderBlobs(join(folder, 'blobs')),
    scanner: noScanner,
    bell: NO_BELL,
  };
}

/** Keys that nothing else uses. */
export const benchKeys = (): KeyMaterial => newKeyMaterial(true).material;

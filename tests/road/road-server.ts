import pino from 'pino';
import { createApp } from '@permit/server/app.ts';
import { folderBlobs } from '@permit/server/blobs/folder-blobs.ts';
import { systemClock, type Clock } from '@permit/server/clock.ts';
import { connectDatabase } from '@permit/server/database/database.ts';
import type { DemoAccount } from '@permit/server/demo/seed-demo.ts';
import type { Deps } from '@permit/server/deps.ts';
import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { noScanner, type VirusScanner } from '@permit/server/documents/scan/virus-scanner.ts';
import { engineInline, type TemplateEngine } from '@permit/server/matching/template-engine.ts';
import { createPaperPress, type PaperPress } from '@permit/server/papers/paper-press.ts';
import type { Bell } from '@permit/server/signals/bell.ts';
import { httpServer } from '@permit/server/http/http-server.ts';
import { keyStoreOf } from '@permit/server/vault/file-key-store.ts';
import type { KeyMaterial, KeyPair } from '@permit/server/vault/key-material.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bankPages } from '@permit/server/bank-simulator/bank-pages.ts';
import { openBank, type Bank } from '@permit/server/bank-simulator/bank.ts';
import { apiClient, type ApiClient } from '../../tools/road/api-client.ts';
import { signInAs } from '../../tools/road/sign-in-as.ts';
import { testDatabase, testServer, type TestDatabase } from '../infrastructure/database.ts';
import { seededDemo } from './seeded-demo.ts';

/** A whole server on a port of its own, over a real database, with the demo's people; workers are turned by hand. */
export interface RoadServer {
  readonly origin: string;
  readonly deps: Deps;
  readonly database: TestDatabase;
  readonly bank: Bank;
  readonly press: PaperPress;
  readonly folder: string;
  readonly escrow: KeyPair;
  readonly accounts: readonly DemoAccount[];
  readonly nobody: ApiClient;
  /** Signed in once per person and file. */
  as(username: string): Promise<ApiClient>;
  close(): Promise<void>;
}

const SILENT_BELL: Bell = {
  kind: 'listen-notify',
  ring: () => undefined,
  listen: async () => async () => undefined,
  close: async () => undefined,
};

/** Starts it; `businessTime` sets the demo clock, because the cohort windows are real dates. With `webDir` it serves the pages too. */
export async function startRoadServer(
  businessTime = '2026-11-20T09:00:00+07:00',
  options: {
    webDir?: string;
    clock?: Clock;
    engine?: TemplateEngine;
    logTo?: (line: string) => void;
    scanner?: VirusScanner;
  } = {},
): Promise<RoadServer> {
  const folder = mkdtempSync(join(tmpdir(), 'road-'));
  const clock: Clock = options.clock ?? systemClock(businessTime);
  const bankDoor = createServer((request, response) => bankPages(bank)(request, response));
  await new Promise<void>((resolve) => bankDoor.listen(0, '127.0.0.1', resolve));
  // A server that cannot be seeded is never closed: its bank must not keep the process.
  bankDoor.unref();
  const depsOn = (url: string, material: KeyMaterial): Deps => ({
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
      ANCHOR_FILE: join(folder, 'anchor.jsonl'),
      BANK_PUBLIC_KEY_FILE: join(folder, 'bank', 'bank-public.pem'),
      BANK_URL: `http://127.0.0.1:${(bankDoor.address() as AddressInfo).port}`,
      LOG_LEVEL: 'silent',
      ...(options.webDir ? { WEB_DIR: options.webDir } : {}),
    },
    log: options.logTo
      ? pino({ level: 'trace' }, { write: options.logTo })
      : pino({ level: process.env['ROAD_LOG'] ?? 'silent' }),
    keys: keyStoreOf(material),
    db: connectDatabase(url, 8),
    clock,
    blobs: folderBlobs(join(folder, 'blobs')),
    scanner: options.scanner ?? noScanner,
    bell: SILENT_BELL,
  });
  const { template, material, escrow, accounts } = await seededDemo(testServer(), depsOn);
  const database = await testDatabase(template);
  const deps = depsOn(database.url, material);
  // Starting its child takes long where many tests run at once; no test of a road is about that.
  const intake = createIntakePool({ timeoutMs: 60_000, scanner: deps.scanner });
  const press = createPaperPress();
  // Threads take a second to start; the one test that is about them hands its own in.
  const engine = options.engine ?? engineInline;
  const server = httpServer(createApp(deps, { intake, press, engine }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bank: Bank = openBank({ folder: join(folder, 'bank'), apiUrl: origin });
  const signedIn = new Map<string, Promise<ApiClient>>();
  return {
    origin,
    deps,
    database,
    bank,
    press,
    folder,
    escrow,
    accounts,
    nobody: apiClient(origin),
    as(username) {
      const account = accounts.find((known) => known.username === username);
      if (!account) throw new Error(`the demo has no ${username}`);
      const client = signedIn.get(username) ?? signInAs(origin, account);
      signedIn.set(username, client);
      return client;
    },
    async close() {
      bank.stop();
      intake.close();
      press.close();
      server.closeAllConnections();
      bankDoor.closeAllConnections();
      bankDoor.close();
      await new Promise((resolve) => server.close(resolve));
      await deps.db.destroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

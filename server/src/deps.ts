import type { Logger } from 'pino';
import type { Blobs } from './blobs/blobs.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { VirusScanner } from './documents/scan/virus-scanner.ts';
import type { Bell } from './signals/bell.ts';
import type { KeyStore } from './vault/key-store.ts';

/** What main.ts builds once and hands in (house style 10). */
export interface Deps {
  readonly db: Database;
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly keys: KeyStore;
  readonly blobs: Blobs;
  readonly scanner: VirusScanner;
  readonly bell: Bell;
}

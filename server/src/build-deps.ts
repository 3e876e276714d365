import pino from 'pino';
import { openBlobs } from './blobs/open-blobs.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { connectDatabase } from './database/database.ts';
import type { Deps } from './deps.ts';
import { openScanner } from './documents/scan/open-scanner.ts';
import { refuseDemoInProduction } from './production-mode.ts';
import { openBell } from './signals/open-bell.ts';
import { openKeyFile } from './vault/file-key-store.ts';

/** Builds what the programs share; the only place that opens things. */
export function buildDeps(config: Config, name: string): Deps {
  const log = pino({ name, level: config.LOG_LEVEL, base: { name } });
  const keys = openKeyFile(config.KEY_STORE_FILE, config.KEY_STORE_PASSPHRASE);
  refuseDemoInProduction(config, keys);
  return {
    config,
    log,
    keys,
    db: connectDatabase(config.DATABASE_URL),
    clock: systemClock(config.DEMO_CLOCK),
    blobs: openBlobs(config),
    scanner: openScanner(config),
    bell: openBell(config, log),
  };
}

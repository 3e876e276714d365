import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../config.ts';

/** The public key that the bank's reports are checked with, read each time: the file may be exchanged while we run. */
export async function bankKey(config: Config): Promise<KeyObject | undefined> {
  if (!config.BANK_PUBLIC_KEY_FILE) return undefined;
  const pem = await readFile(config.BANK_PUBLIC_KEY_FILE, 'utf8').catch(() => undefined);
  return pem === undefined ? undefined : createPublicKey(pem);
}

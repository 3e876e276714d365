import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../tools/launch/chromium.mjs';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** @returns whether this machine has a Chromium; journeys name themselves as skipped where it has none */
export async function hasChromium(): Promise<boolean> {
  return (await findChromium({ projectRoot })) !== undefined;
}

/**
 * Starts a headless Chromium with a fresh profile (CHROME_BIN, the system's, or the one from npm).
 * Close it in afterAll. Throws where there is none: ask hasChromium first.
 */
export async function launchChromium(extraArgs: readonly string[] = []): Promise<Browser> {
  const found = await findChromium({ projectRoot });
  if (!found) throw new Error('no Chromium on this machine: set CHROME_BIN');
  return chromium.launch({ ...found, args: [...found.args, ...extraArgs], headless: true });
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  const env = { ...found.env, ...ownFonts(found.env['FONTCONFIG_PATH']) };
  return chromium.launch({ ...found, env, args: [...found.args, ...extraArgs], headless: true });
}

/**
 * The configuration that comes with the npm-shipped Chromium names folders of another machine; without a single
 * font even web fonts fail and every page is blank. This one names the fonts that lie beside it.
 */
function ownFonts(shipped: string | undefined): Record<string, string> {
  if (!shipped) return {};
  const folder = mkdtempSync(join(tmpdir(), 'fontconfig-'));
  const places = `<dir>${join(shipped, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir>`;
  writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${places}</fontconfig>`);
  return { FONTCONFIG_PATH: folder };
}

import type { Language } from '@permit/domain/texts/text.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violationsOf } from './accessibility.ts';

const PICTURES = fileURLToPath(new URL('../../artifacts/journeys', import.meta.url));

/** Somebody at a browser: takes a picture of every step and lets axe look at it. */
export interface Walker {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What axe found so far, a line for each page and rule. */
  readonly violations: string[];
  /** Picture `NN-name.png` of the whole page, and axe. */
  look(name: string): Promise<void>;
  close(): Promise<void>;
}

/** A fresh browser profile in a language, on a telephone or at a desk. */
export async function aWalker(
  browser: Browser,
  origin: string,
  options: { language: Language; folder: string; size?: { width: number; height: number } },
): Promise<Walker> {
  const viewport = options.size ?? { width: 412, height: 892 };
  const context = await browser.newContext({ baseURL: origin, viewport, locale: 'th-TH' });
  await context.addInitScript((language) => localStorage.setItem('language', language), options.language);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const camera = await context.newCDPSession(page);
  const folder = join(PICTURES, options.folder);
  mkdirSync(folder, { recursive: true });
  const violations: string[] = [];
  let step = 0;
  return {
    page,
    context,
    violations,
    async look(name) {
      step += 1;
      // A page that still loads has nothing to find fault with.
      await page.waitForSelector('h1');
      await page.evaluate(() => document.fonts.ready);
      const path = join(folder, `${String(step).padStart(2, '0')}-${name}.png`);
      // Playwright's own picture blows the window up and packs as small as it can: twice the work, of which a run has 300.
      const whole = { format: 'png', captureBeyondViewport: true, optimizeForSpeed: true } as const;
      const { data } = await camera.send('Page.captureScreenshot', whole);
      writeFileSync(path, Buffer.from(data, 'base64'));
      violations.push(...(await violationsOf(page)).map((line) => `${name}: ${line}`));
      // A page wider than its window hides buttons on a telephone.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) violations.push(`${name}: ${wide} px wider than the window`);
    },
    close: () => context.close(),
  };
}

import type { Language } from '@permit/domain/texts/text.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violationsOf } from './accessibility.ts';

const PICTURES = fileURLToPath(new URL('../../artifacts/journeys', import.meta.url));

/**
 * A picture is for people: with PICTURES=1 each step has one, otherwise only what axe found fault with. A picture costs as much as
 * a step of the journey itself.
 */
const EVERY_STEP = process.env['PICTURES'] === '1';

/** Somebody at a browser: lets axe look at every step, and takes its picture where one is wanted. */
export interface Walker {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What axe found so far, a line for each page and rule. */
  readonly violations: string[];
  /** axe, and the picture `NN-name.png` of the whole page. */
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
  const folder = join(PICTURES, options.folder);
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
      const found = await violationsOf(page);
      // A page wider than its window hides buttons on a telephone.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${wide} px wider than the window`);
      violations.push(...found.map((line) => `${name}: ${line}`));
      if (EVERY_STEP || found.length > 0)
        await takePicture(page, join(folder, `${String(step).padStart(2, '0')}-${name}.png`));
    },
    close: () => context.close(),
  };
}

/** Of the whole page. Playwright's own picture blows the window up and packs as small as it can: twice the work. */
async function takePicture(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const camera = await page.context().newCDPSession(page);
  const whole = { format: 'png', captureBeyondViewport: true, optimizeForSpeed: true } as const;
  const { data } = await camera.send('Page.captureScreenshot', whole);
  writeFileSync(path, Buffer.from(data, 'base64'));
  await camera.detach();
}

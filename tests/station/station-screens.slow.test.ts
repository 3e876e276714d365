import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { aKiosk, CLERK, type KioskUnderTest } from '@permit/kiosk-client/core/testing/a-kiosk.ts';
import { type LoopbackHost, startLoopbackHost } from '@permit/kiosk-client/hosts/loopback/loopback-host.ts';
import { violationsOf } from '../journeys/accessibility.ts';
import { hasChromium, launchChromium } from '../journeys/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shots = join(root, 'artifacts', 'station');
const token = 't'.repeat(43);
const present = await hasChromium();
const journey = present ? test : test.skip;

let browser: Browser;
let context: BrowserContext | undefined;
let host: LoopbackHost;
let station: KioskUnderTest;

beforeAll(async () => {
  if (!present) return;
  mkdirSync(shots, { recursive: true });
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'kiosk-client'),
  });
  expect(built.status).toBe(0);
  station = await aKiosk();
  host = await startLoopbackHost({
    kiosk: station.kiosk,
    token,
    staticFolder: join(root, 'kiosk-client', 'dist'),
    port: 0,
  });
  nameAFont();
  // A camera of Chromium's own making: a green picture with a moving disc.
  browser = await launchChromium(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']);
}, 120_000);

/** The Chromium from npm stops at the first text field where fontconfig finds no font at all. */
function nameAFont(): void {
  const folder = join(root, '.local', 'programs', 'chromium', 'fonts', 'fonts');
  const file = join(shots, 'fonts.conf');
  const cache = join(shots, 'font-cache');
  writeFileSync(file, `<fontconfig><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>`);
  process.env['FONTCONFIG_FILE'] ??= file;
}

afterAll(async () => {
  await browser?.close();
  await host?.close();
});

async function open(screen: 'worker' | 'clerk'): Promise<Page> {
  context ??= await browser.newContext({ viewport: { width: 1366, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => pageErrors.push(String(error)));
  await page.goto(`http://127.0.0.1:${host.port}/#token=${token}&screen=${screen}`);
  return page;
}
const pageErrors: string[] = [];
/** Everything that was wrong on any screen: all of it is told at the end. */
const screenFaults: string[] = [];
const analysed = new Set<string>();

/** Takes a picture (with PICTURES=1) and looks for what a person could not use: small text, small targets, things off the screen. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(250);
  if (process.env['PICTURES'] === '1')
    await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  const faults = await page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, .button, select, input:not([hidden])',
    )) {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && Math.min(width, height) < 48)
        found.push(`small target: ${element.outerHTML.slice(0, 80)}`);
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *:not(svg *)')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (own && Number.parseFloat(getComputedStyle(element).fontSize) < 24)
        found.push(`small text: ${element.textContent}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('wider than the screen');
    return found;
  });
  // The same screen in another language or at another finger has the same structure.
  const kind = name.slice(0, 2);
  if (analysed.has(kind)) return void screenFaults.push(...faults.map((fault) => `${name}: ${fault}`));
  analysed.add(kind);
  const violations = await violationsOf(page);
  screenFaults.push(...[...faults, ...violations].map((fault) => `${name}: ${fault}`));
}

/** The portrait by the computer's own camera, as a desk without another one takes it. */
async function takeByBrowserCamera(clerk: Page): Promise<void> {
  await clerk.getByRole('button', { name: "Use this computer's camera" }).click();
  await clerk.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await look(clerk, '06-browser-camera');
  await clerk.getByRole('button', { name: 'Take the picture' }).click();
}

/** As a hand scanner does it: the serial, and Enter; the next card follows at once. */
async function scanATray(clerk: Page): Promise<void> {
  await clerk.getByText('Scan a tray of cards').click();
  await clerk.getByLabel('Shelf or box').fill('b 2');
  await clerk.locator('.tray .scan-field input').focus();
  for (const serial of ['wpc-000001', 'wpc-000009', 'wpc-000001']) await clerk.keyboard.type(`${serial}\n`);
  await clerk.getByText('To ticket A001').waitFor();
  await clerk.getByText('On the shelf B 2').waitFor();
  expect(await clerk.locator('.tray .rows li').count()).toBe(2);
  await look(clerk, '11-tray');
}

/** The wrong card takes the buttons away, the right one gives them back. */
async function handOverByScan(clerk: Page): Promise<void> {
  await clerk.getByRole('button', { name: 'Hand over card' }).first().click();
  await clerk.keyboard.type('wpc-000009\n');
  await clerk.locator('.verdict-bad').waitFor();
  expect(await clerk.getByText('By papers and a second person').count()).toBe(0);
  await look(clerk, '12-wrong-card');
  await clerk.keyboard.type('wpc-000001\n');
  await clerk.locator('.verdict-good').waitFor();
  await clerk.getByText('By papers and a second person').waitFor();
  await look(clerk, '13-right-card');
}

journey(
  'a clerk and a worker go through a whole capture by clicks',
  async () => {
    const clerk = await open('clerk');
    const worker = await open('worker');
    await look(worker, '01-worker-idle');
    await look(clerk, '02-enrol');
    await clerk.getByRole('button', { name: 'English' }).click();
    await clerk.getByLabel('Name of the station').fill('Counter 1');
    await clerk.getByLabel('User name').fill('supervisor');
    await clerk.getByLabel('Password').fill(CLERK.password);
    await clerk.getByRole('button', { name: 'Enrol' }).click();
    await clerk.getByRole('heading', { name: 'Sign in' }).waitFor();
    await clerk.getByLabel('User name').fill('clerk.one');
    await clerk.getByLabel('Password').fill('wrong');
    await clerk.keyboard.press('Enter');
    await clerk.getByRole('alert').waitFor();
    await look(clerk, '03-wrong-password');
    await clerk.getByLabel('Password').fill(CLERK.password);
    await clerk.keyboard.press('Enter');
    await clerk.getByRole('button', { name: 'Check in' }).waitFor();
    await look(clerk, '04-tickets');
    await clerk.getByRole('button', { name: 'Check in' }).click();
    await clerk.getByRole('button', { name: 'Open the capture' }).click();
    await worker.getByRole('button', { name: /ဖတ်ပြီးပါပြီ/ }).waitFor();
    await look(worker, '05-notice-my');
    for (const [language, name] of Object.entries({
      th: 'ไทย',
      km: 'ខ្មែរ',
      lo: 'ລາວ',
      vi: 'Tiếng Việt',
      en: 'English',
      my: 'မြန်မာ',
    })) {
      await worker.getByRole('button', { name, exact: true }).click();
      await worker.locator(`.worker[lang="${language}"]`).waitFor();
      await look(worker, `05-notice-${language}`);
    }
    await worker.getByRole('button', { name: /ဖတ်ပြီးပါပြီ/ }).click();
    for (const step of ['portrait', 'right-four', 'left-four', 'two-thumbs', 'both-irises']) {
      await clerk.locator('.step-now').waitFor();
      await look(worker, `06-${step}`);
      const before = await clerk.locator('.step-now').textContent();
      if (step === 'portrait') await takeByBrowserCamera(clerk);
      else await worker.locator('.worker .primary').click();
      await clerk.waitForFunction(
        (text) => document.querySelector('.step-now')?.textContent !== text,
        before,
      );
    }
    await clerk.locator('.faces img').first().waitFor();
    await look(clerk, '07-same-person');
    await clerk.getByRole('button', { name: 'The same person' }).click();
    await clerk.getByRole('button', { name: 'Seal and save' }).waitFor();
    await look(clerk, '08-review');
    await clerk.getByRole('button', { name: 'Seal and save' }).click();
    await clerk.getByText('Waiting').waitFor();
    await look(worker, '09-worker-done');
    await clerk.getByRole('button', { name: 'Send now' }).click();
    await clerk.getByText('Receipted').waitFor();
    await look(clerk, '10-receipted');
    expect(station.server.packets.size).toBe(1);
    await scanATray(clerk);
    await handOverByScan(clerk);
    expect(screenFaults).toEqual([]);
    expect(pageErrors).toEqual([]);
  },
  120_000,
);

journey(
  'a worker who has gone is asked first, then nothing of them is left on the screen',
  async () => {
    if (!(await station.ask('getStation', {})).enrolled) {
      await station.ask('enrolStation', { name: 'Counter 1', by: CLERK });
    }
    await station.ask('signIn', CLERK);
    await station.ask('checkIn', { visitId: station.server.visitId, paperSeen: 'passport' });
    const { capture } = await station.ask('openCapture', { visitId: station.server.visitId, language: 'en' });
    context ??= await browser.newContext({ viewport: { width: 1366, height: 900 } });
    const worker = await context.newPage();
    await worker.clock.install();
    await worker.goto(`http://127.0.0.1:${host.port}/#token=${token}&screen=worker`);
    await worker.getByText('Before we begin').waitFor();
    await worker.clock.fastForward(91_000);
    await worker.getByText('Are you still there?').waitFor();
    await worker.getByRole('button', { name: 'I am here' }).click();
    await worker.getByText('Before we begin').waitFor();
    await worker.clock.fastForward(91_000);
    await worker.clock.fastForward(60_000);
    await worker.getByText('Please wait').waitFor();
    expect(await worker.getByText('Before we begin').count()).toBe(0);
    await station.ask('abandonCapture', { captureId: capture.captureId });
  },
  60_000,
);

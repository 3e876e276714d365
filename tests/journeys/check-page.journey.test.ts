import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { aStation } from '../road/a-station.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aGrantedCase } from '../road/road-steps.ts';
import { runJobs } from '../road/run-jobs.ts';
import { buildWeb } from './built-web.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

const available = process.env['TEST_DATABASE_URL'] !== undefined && (await hasChromium());
const describeJourney = available ? describe : describe.skip;

describeJourney('the public check', () => {
  let road: RoadServer;
  let browser: Browser;
  let webDir: string;
  let qr: string;

  beforeAll(async () => {
    webDir = await buildWeb();
    road = await startRoadServer(undefined, { webDir });
    browser = await launchChromium();
    qr = await aPermitQr(road);
  });
  afterAll(async () => {
    await browser?.close();
    await road?.close();
    rmSync(webDir, { recursive: true, force: true });
  });

  const check = async ({ page }: Walker, text: string): Promise<string> => {
    await page.fill('#text', text);
    await page.click('form button[type=submit]');
    await page.waitForSelector('.answer');
    return page.locator('.answer h2').innerText();
  };

  test.each([
    ['th', 'ใบอนุญาตชั่วคราว', 'ลายมือชื่อปลอม'],
    ['en', 'Temporary permit', 'The signature is false'],
    ['my', 'ယာယီပါမစ်', 'လက်မှတ် အတု'],
  ] as const)('answers in %s, with the network and without', async (language, good, forged) => {
    const walker = await aWalker(browser, road.origin, { language, folder: `check/${language}` });
    const { page, look, context } = walker;
    await page.goto('/check');
    await page.waitForSelector('#text');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await look('empty');
    expect(await check(walker, qr)).toBe(good);
    await look('temporary');

    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('#text');
    expect(await check(walker, qr)).toBe(good);
    await look('offline');
    expect(await check(walker, 'HELLO')).not.toBe(good);
    await look('not-a-code');
    expect(await check(walker, await forgedCode(qr))).toBe(forged);
    await look('forged');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });
});

/** A permit as far as its temporary code: granted, captured and searched. */
async function aPermitQr(road: RoadServer): Promise<string> {
  const { applicationId, applicationNo } = await aGrantedCase(road, 'N632');
  const station = await aStation(road);
  const clerk = await road.as('clerk');
  await clerk.call('takeTicket', { applicationNo });
  const { visit } = await clerk.call('callNext', { counter: '1' });
  await clerk.call('checkIn', { visitId: visit!.visitId, paperSeen: 'passport' });
  await station.capture({ visitId: visit!.visitId, applicationId }, 'check-page-person');
  await runJobs(road);
  const employer = await road.as('employer');
  const { permitId } = await employer.call('getApplication', { applicationId });
  const { qr } = await employer.call('getPermit', { permitId: permitId! });
  if (!qr) throw new Error('the permit has no code yet');
  return qr;
}

/** The same message with one letter of its signature changed, packed again as a forger would. */
async function forgedCode(text: string): Promise<string> {
  const { decodeBase45, encodeBase45 } = await import('@permit/domain/cards/base45.ts');
  const { deflateSync, inflateSync } = await import('node:zlib');
  const bytes = inflateSync(decodeBase45(text)!);
  bytes[bytes.length - 1]! ^= 1;
  return encodeBase45(deflateSync(bytes));
}

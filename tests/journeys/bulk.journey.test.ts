import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import type { Browser } from 'playwright-core';
import { rowsWith, sheetOf } from '../bulk/worker-sheets.ts';
import { runBulk } from '../road/run-jobs.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { builtWeb } from './built-web.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

const available = process.env['TEST_DATABASE_URL'] !== undefined && (await hasChromium());
const describeJourney = available ? describe : describe.skip;

describeJourney('a sheet of workers by clicks', () => {
  let road: RoadServer;
  let browser: Browser;
  let webDir: string;
  const intake = createIntakePool();

  beforeAll(async () => {
    webDir = await builtWeb();
    road = await startRoadServer(undefined, { webDir });
    browser = await launchChromium();
  });
  afterAll(async () => {
    intake.close();
    await browser?.close();
    await road?.close();
  });

  const signedIn = async (language: 'th' | 'my'): Promise<Walker> => {
    const account = road.accounts.find(({ username }) => username === 'employer')!;
    const walker = await aWalker(browser, road.origin, { language, folder: `bulk/${language}` });
    await walker.page.goto('/sign-in');
    await walker.page.fill('#username', 'employer');
    await walker.page.fill('#password', account.password);
    await walker.page.click('form button[type=submit]');
    await walker.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return walker;
  };

  test('twenty rows are sent, one is wrong: the page says which row, which column and why', async () => {
    const { page, look, violations, close } = await signedIn('th');
    await page.goto('/cases');
    await page.click('a[href="/bulk"]');
    await page.waitForSelector('.empty');
    await look('nothing-sent-yet');
    await page.click('a[href="/bulk/new"]');
    await page.waitForSelector('#service option[value=R59M]', { state: 'attached' });
    await page.click('form button[type=submit]');
    await page.waitForSelector('.field-error');
    await look('nothing-chosen');
    await page.selectOption('#service', 'R59M');
    await page.selectOption('#employer-kind', 'thai-company');
    await page.fill('#employer', 'บริษัท ตัวอย่าง จำกัด');
    const buffer = Buffer.from(sheetOf(rowsWith(20, 1).rows));
    await page.setInputFiles('#sheet', { name: 'workers.csv', mimeType: 'text/csv', buffer });
    await page.click('form button[type=submit]');
    await page.waitForSelector('.bulk-counts');
    await look('under-way');
    await runBulk(road, intake);
    await page.waitForSelector('.table');
    await look('report');
    expect(await page.locator('.bulk-counts dd').allTextContents()).toEqual(['19', '1', '0']);
    expect(await page.locator('.table tbody tr').count()).toBeGreaterThanOrEqual(1);
    await page.fill('#filter-row', '99');
    await page.waitForSelector('.empty');
    const download = page.waitForEvent('download');
    await page.click('.actions .button-primary');
    expect((await download).suggestedFilename()).toMatch(/^report-.*\.csv$/);
    expect(violations).toEqual([]);
    await close();
  });

  test('the same run is read in Burmese', async () => {
    const { page, look, violations, close } = await signedIn('my');
    await page.goto('/bulk');
    await page.click('.case-card .button');
    await page.waitForSelector('.table');
    await look('report');
    await page.goto('/bulk/new/R59M');
    await page.waitForSelector('#service option[value=R59M]', { state: 'attached' });
    await look('send-a-sheet');
    expect(violations).toEqual([]);
    await close();
  });
});

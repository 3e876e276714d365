import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import type { Browser } from 'playwright-core';
import { rowsWith, sheetOf } from '../bulk/worker-sheets.ts';
import { runBulk } from '../road/run-jobs.ts';
import type { RoadServer } from '../road/road-server.ts';
import { importPermitsJob } from '@permit/server/old-permits/import-permits-job.ts';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { registerLine, registerText, sampleLine } from '../old-permits/old-register.ts';
import { aSubmission, payAtBank } from '../road/road-steps.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

describeJourney('a sheet of workers by clicks', () => {
  let journey: Journey;
  let road: RoadServer;
  let browser: Browser;
  const intake = createIntakePool();

  beforeAll(async () => {
    journey = await startJourney();
    ({ road, browser } = journey);
  });
  afterAll(async () => {
    intake.close();
    await journey?.close();
  });

  const signedIn = async (language: 'th' | 'my', username = 'employer'): Promise<Walker> => {
    const account = road.accounts.find((known) => known.username === username)!;
    const desk = account.secondFactor ? { size: { width: 1440, height: 900 } } : {};
    const folder = username === 'employer' ? `bulk/${language}` : `bulk/${username}`;
    const walker = await aWalker(browser, road.origin, { language, folder, ...desk });
    await walker.page.goto('/sign-in');
    await walker.page.fill('#username', username);
    await walker.page.fill('#password', account.password);
    if (account.secondFactor)
      await walker.page.fill('#code', await freshCode(username, account.secondFactor));
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

  test('the same run is read in Burmese, and its drafts are submitted at once', async () => {
    const { page, look, violations, close } = await signedIn('my');
    await page.goto('/bulk');
    await page.click('.case-card .button');
    await page.waitForSelector('.table');
    await look('report');
    await page.goto('/bulk/new/R59M');
    await page.waitForSelector('#service option[value=R59M]', { state: 'attached' });
    await look('send-a-sheet');
    await page.goto('/cases');
    await page.click('a[href="/bulk/submit"]');
    await page.waitForSelector('#declaration');
    await page.locator('#drafts .choice input').nth(1).uncheck();
    await page.click('.actions .button-primary');
    await page.waitForSelector('.error-summary');
    await look('submit-drafts');
    await page.check('#declaration');
    await page.click('.actions .button-primary');
    await page.waitForSelector('.bulk-counts');
    await runBulk(road, intake);
    await page.waitForSelector('.table');
    await look('submitted-report');
    // Drafts without their papers stay drafts, each with its reasons.
    expect(await page.locator('.bulk-counts dd').allTextContents()).toEqual(['0', '18', '0']);
    expect(violations).toEqual([]);
    await close();
  });

  test('an old register is imported and its report read; an officer answers for a number that it lacks', async () => {
    const admin = await signedIn('th', 'administrator');
    const { page, look } = admin;
    await page.goto('/office/registers');
    await page.waitForSelector('.empty');
    await page.locator('details:has(#register-source) summary').click();
    await look('registers-empty');
    await page.fill('#register-source', 'ทะเบียนสมมุติ 2560-2566');
    const lines = [registerLine(1), registerLine(2), registerLine(1), registerLine(3).with(0, '')];
    lines.push(registerLine(2).with(8, '10/01/2575'), sampleLine().with(0, '66/99999999'));
    const buffer = Buffer.from(registerText(lines));
    await page.setInputFiles('#register-file', { name: 'register.csv', mimeType: 'text/csv', buffer });
    await page.locator('form:has(#register-source) button[type=submit]').click();
    await page.waitForURL(/\/office\/registers\/.+/);
    await page.waitForSelector('.progress');
    await look('register-under-way');
    await workOnce(road.deps, 'import-permits', importPermitsJob(10));
    await page.locator('.table tbody tr').nth(2).waitFor();
    await look('register-report');
    expect(await page.locator('.bulk-counts dd').allTextContents()).toEqual(['5', '1', '1', '1']);
    expect(admin.violations).toEqual([]);
    await admin.close();

    const { applicationId, bill } = await aSubmission(road);
    await payAtBank(road, bill!);
    await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
    const officer = await signedIn('th', 'registrar');
    await officer.page.goto('/office/old-permits');
    await officer.page.waitForSelector('.table tbody a.button');
    await officer.look('old-permit-queue');
    await officer.page.click('.table tbody a.button');
    await officer.page.click('.case-card .button-primary');
    await officer.page.fill('dialog #reason', 'หนังสือเดินทางและชื่อตรงกัน');
    await officer.look('old-permit-evidence');
    await officer.page.click('dialog .button-primary');
    await officer.page.waitForSelector('.notice-good');
    await officer.look('old-permit-answered');
    expect(officer.violations).toEqual([]);
    await officer.close();
  });
});

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { prepareBundleJob } from '@permit/server/papers/prepare-bundle-job.ts';
import { readFileSync } from 'node:fs';
import type { Browser, Download } from 'playwright-core';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import type { RoadServer } from '../road/road-server.ts';
import { leanSubmission } from '../lifecycle/lean-case.ts';
import { payAtBank } from '../road/road-steps.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

describeJourney('money by clicks in a real browser', () => {
  let journey: Journey;
  let road: RoadServer;
  let browser: Browser;

  beforeAll(async () => {
    journey = await startJourney();
    ({ road, browser } = journey);
  });
  afterAll(async () => {
    await journey?.close();
  });

  const signedIn = async (username: string, walker: Walker): Promise<Walker> => {
    const account = road.accounts.find((known) => known.username === username)!;
    await walker.page.goto('/sign-in');
    await walker.page.fill('#username', username);
    await walker.page.fill('#password', account.password);
    if (account.secondFactor)
      await walker.page.fill('#code', await freshCode(username, account.secondFactor));
    await walker.page.click('form button[type=submit]');
    await walker.page.waitForURL(account.secondFactor ? /\/office\// : /\/(cases|$)/);
    return walker;
  };
  const saved = async (walker: Walker, press: () => Promise<void>): Promise<Buffer> => {
    const [download] = await Promise.all([
      walker.page.waitForEvent('download') as Promise<Download>,
      press(),
    ]);
    return readFileSync(await download.path());
  };

  test('an employer pays three bills at once, saves receipts, asks one back; two officers return the money', async () => {
    const submitted = [await leanSubmission(road), await leanSubmission(road), await leanSubmission(road)];
    const employer = await signedIn(
      'employer',
      await aWalker(browser, road.origin, { language: 'my', folder: 'money-my' }),
    );
    const { page } = employer;
    await page.click('.menu-toggle');
    await page.click('nav a[href="/bills"]');
    await page.waitForSelector('table');
    await employer.look('bills');
    for (const { bill } of submitted)
      await page.check(`tr:has(a[href="/bills/${bill!.billId}"]) input[type=checkbox]`);
    await employer.look('chosen');
    await page.click('.button-primary');
    await page.waitForSelector('svg.barcode');
    await employer.look('together');
    const [ref1 = '', ref2 = ''] = (await page.locator('.facts dd').last().innerText()).split(' / ');
    const amountSatang = submitted.reduce((sum, { bill }) => sum + bill!.amountSatang, 0);
    await payAtBank(road, { ref1, ref2: ref2.trim(), amountSatang });
    await page.waitForSelector('.badge-good');
    await employer.look('together-paid');

    await page.click('td a');
    await page.waitForSelector('text=/R\\d\\d-\\d{8}/');
    await employer.look('bill-with-receipt');
    const receipt = await saved(employer, () => page.click('button:has-text("R6")'));
    expect(receipt.subarray(0, 5).toString()).toBe('%PDF-');
    await page.click('main section:last-of-type .button-secondary');
    await page.fill('#reason', 'ยื่นซ้ำ');
    await page.fill('#payeeName', 'มาลี ตัวอย่างดี');
    await page.fill('#payeeAccount', '123-4-56789-0');
    await employer.look('ask-refund');
    await page.click('dialog .button-primary');
    await page.waitForSelector('dialog', { state: 'detached' });

    await page.goto('/papers/together');
    await page.waitForSelector('table');
    await employer.look('download-many');
    await page.click('.button-primary');
    await page.waitForSelector('[role=progressbar]');
    while (await workOnce(road.deps, 'prepare-bundle', prepareBundleJob(road.press))) continue;
    await page.waitForSelector('.button-primary');
    await employer.look('bundle-ready');
    const zip = await saved(employer, () => page.click('.button-primary'));
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    expect(employer.violations).toEqual([]);

    // A second payment for a paid bill is money that fits nothing.
    await payAtBank(road, submitted[0]!.bill!);
    for (const [username, step] of [
      ['finance', 'decide'],
      ['finance2', 'pay-out'],
    ] as const) {
      const size = { width: 1440, height: 900 };
      const options = { language: 'th', folder: `money-th/${username}`, size } as const;
      const officer = await signedIn(username, await aWalker(browser, road.origin, options));
      await officer.page.waitForSelector('td button');
      await officer.look('finance');
      await officer.page.click('td button');
      await officer.page.waitForSelector('dialog dd');
      await officer.page.fill('#words', step === 'decide' ? 'ตรวจแล้ว ยื่นซ้ำจริง' : 'T-20261120-1');
      await officer.look(step);
      await officer.page.click('dialog .button-primary');
      await officer.page.waitForSelector('dialog', { state: 'detached' });
      await officer.look('done');
      expect(officer.violations).toEqual([]);
      await officer.close();
    }
    await employer.close();
  });
});

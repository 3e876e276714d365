import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import type { Browser } from 'playwright-core';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { aPdf } from '../documents/a-pdf.ts';
import type { RoadServer } from '../road/road-server.ts';
import { aPicture, DECLARATION, draftOf, payAtBank, reasonsFor } from '../road/road-steps.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

/** A paper of two pages, each with its own colour, as large as A4. */
const A4 = aPdf({
  size: [595, 842],
  pages: ['0.1 0.2 0.6 rg 60 700 475 60 re f 0.8 g 60 120 475 540 re f', '0.6 0.1 0.1 rg 60 700 475 60 re f'],
});

describeJourney('papers in a real browser', () => {
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

  const signedIn = async (username: string, language: 'th' | 'my' | 'en', desk = true): Promise<Walker> => {
    const size = desk ? { size: { width: 1440, height: 900 } } : {};
    const walker = await aWalker(browser, road.origin, {
      language,
      folder: `papers/${username}-${language}`,
      ...size,
    });
    const account = road.accounts.find((known) => known.username === username)!;
    await walker.page.goto('/sign-in');
    await walker.page.fill('#username', username);
    await walker.page.fill('#password', account.password);
    if (account.secondFactor)
      await walker.page.fill('#code', await freshCode(username, account.secondFactor));
    await walker.page.click('form button[type=submit]');
    await walker.page.waitForURL((url) => !url.pathname.includes('sign-in'));
    return walker;
  };

  const fileWithPapers = async (): Promise<void> => {
    const employer = await road.as('employer');
    const draft = draftOf(SAMPLE_R59M);
    const { applicationId, revision } = await employer.call('createDraft', { serviceCode: 'R59M', draft });
    for (const { type } of SAMPLE_R59M.documents ?? []) {
      const bytes = new Uint8Array(type === 'photo' ? await aPicture() : A4);
      await employer.call('attachDocument', { applicationId, kind: type, bytes });
    }
    const overrules = await reasonsFor(road, applicationId);
    const asked = { applicationId, revision, declaration: DECLARATION, overrules };
    const { bill } = await employer.call('submitApplication', asked);
    await payAtBank(road, bill!);
  };

  test('an officer sees a PDF as pictures, leafs through it by keyboard, and is never given the file', async () => {
    await fileWithPapers();
    const officer = await signedIn('checker', 'th');
    const { page } = officer;
    const types: string[] = [];
    page.on('response', (response) => void types.push(response.headers()['content-type'] ?? ''));
    await page.waitForSelector('table');
    await page.keyboard.press('j');
    await page.waitForSelector('.evidence figure img');
    await page.waitForFunction(() => document.querySelector('figure .skeleton') === null);
    await officer.look('first-pages');
    const paper = page.locator('figure', { has: page.locator('.page-turner') }).first();
    const first = await paper.locator('img').getAttribute('src');
    await paper.locator('.page-turner button').last().focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('figure .skeleton') === null);
    expect(await paper.locator('img').getAttribute('src')).not.toBe(first);
    await paper.scrollIntoViewIfNeeded();
    await officer.look('second-page');
    expect(types.some((type) => type.includes('pdf'))).toBe(false);
    expect(types.filter((type) => type === 'image/jpeg').length).toBeGreaterThan(2);
    expect(officer.violations).toEqual([]);
    await officer.close();
  });

  test('an employer puts a paper into the dossier once, an officer checks it, and the next draft asks for it no more', async () => {
    const employer = await signedIn('employer', 'th', false);
    const { page } = employer;
    await page.goto('/dossier');
    await page.waitForSelector('.empty');
    await employer.look('empty-dossier');
    await page.selectOption('#kind', 'power-of-attorney');
    await page.waitForSelector('#acts');
    await employer.look('power-of-attorney');
    await page.selectOption('#kind', 'company-registration');
    await page.fill('#label', 'สำนักงานใหญ่ มหาชัย');
    await page.setInputFiles('#dossier-file', {
      ...{ name: 'company.pdf', mimeType: 'application/pdf', buffer: A4 },
    });
    await employer.look('filled-in');
    await page.click('form button[type=submit]');
    await page.waitForSelector('.badge-wait');
    await employer.look('waits');

    const checker = await signedIn('checker', 'th');
    await checker.page.goto('/office/dossiers');
    await checker.page.click('section.evidence .button-primary');
    await checker.page.waitForFunction(
      () => document.querySelector('figure img') && !document.querySelector('figure .skeleton'),
    );
    await checker.look('dossier-desk');
    await checker.page.locator('.office .button-secondary').last().click();
    await checker.page.waitForSelector('.field-error');
    await checker.page.click('.office .button-primary');
    await checker.page.waitForSelector('.empty');
    expect(checker.violations).toEqual([]);
    await checker.close();

    await page.reload();
    await page.waitForSelector('.badge-good');
    await employer.look('checked');
    await page.click('button[lang=my]');
    await page.waitForFunction(() => document.documentElement.lang === 'my');
    await employer.look('checked-in-burmese');
    const client = await road.as('employer');
    const draft = draftOf(SAMPLE_R59M);
    const { applicationId } = await client.call('createDraft', { serviceCode: 'R59M', draft });
    await page.goto(`/cases/${applicationId}/edit/documents`);
    await page.waitForSelector('.paper .badge-good');
    await employer.look('draft-cites');
    await page.click('button[lang=my]');
    await page.waitForFunction(() => document.documentElement.lang === 'my');
    await page.locator('.paper summary').click();
    await employer.look('draft-cites-in-burmese');
    expect(await page.locator('.paper', { has: page.locator('.badge-good') }).count()).toBe(1);
    expect(employer.violations).toEqual([]);
    await employer.close();
  });
});

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { SAMPLE_N632, SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import type { Browser } from 'playwright-core';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import type { RoadServer } from '../road/road-server.ts';
import { payAtBank } from '../road/road-steps.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { fileByClicks, register, trackByClicks } from './file-and-track.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

/** Sixty letters, as passports of Myanmar really hold them. */
const LONG_NAME = 'AUNG KYAW MOE MYINT THEIN ZAW HTUT LWIN NAING PHYO SITHU WIN'.slice(0, 60);

const BURMESE_WORKER: ApplicationDraft = {
  ...SAMPLE_N632,
  filerKind: 'worker',
  worker: {
    ...SAMPLE_N632.worker,
    nationality: 'MM',
    names: {
      prefix: 'mr',
      firstLatin: LONG_NAME,
      firstThai: 'ออง จอ โม',
      native: 'အောင်ကျော်မိုးမြင့်သိန်းဇော်ထွဋ်လွင်နိုင်ဖြိုး',
    },
  },
};

describeJourney('by clicks in a real browser', () => {
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

  const walkerOf = (language: 'th' | 'my' | 'en', folder: string = language, desk = false): Promise<Walker> =>
    aWalker(browser, road.origin, {
      language,
      folder,
      ...(desk ? { size: { width: 1440, height: 900 } } : {}),
    });

  const staff = async (walker: Walker, username: string): Promise<void> => {
    const account = road.accounts.find((known) => known.username === username)!;
    await walker.page.goto('/sign-in');
    await walker.page.fill('#username', username);
    await walker.page.fill('#password', account.password);
    if (account.secondFactor)
      await walker.page.fill('#code', await freshCode(username, account.secondFactor));
    await walker.page.click('form button[type=submit]');
    await walker.page.waitForURL(/\/office\//);
  };

  const pay = async (walker: Walker): Promise<void> => {
    const { page } = walker;
    await page.click('a[href^="/bills/"]:has(.quiet):last-of-type');
    await page.waitForSelector('svg.qr');
    await walker.look('bill');
    const [ref1 = '', ref2 = ''] = (await page.locator('.facts dd').last().innerText()).split(' / ');
    const baht = (await page.locator('.big-number').innerText()).replace(/[^\d.]/g, '');
    await payAtBank(road, { ref1, ref2: ref2.trim(), amountSatang: Math.round(Number(baht) * 100) });
    await page.waitForSelector('.badge-good');
    await walker.look('bill-paid');
  };

  test('an employer files and tracks in Thai; three officers decide; the permit fee is paid', async () => {
    const employer = await walkerOf('th');
    await register(employer, {
      kind: 'employer',
      username: 'journey-th',
      displayName: 'บริษัท ตัวอย่างอาหารทะเล จำกัด',
    });
    const number = await fileByClicks(employer, SAMPLE_R59M, true);
    expect(number).toMatch(/^\d{14}$/);
    await pay(employer);

    for (const [username, keys] of [
      ['checker', 'th-office'],
      ['assistant', 'th-office'],
      ['registrar', 'th-office'],
    ] as const) {
      const officer = await walkerOf('th', `${keys}/${username}`, true);
      await staff(officer, username);
      await officer.page.waitForSelector('table');
      await officer.look('lane');
      await officer.page.keyboard.press('j');
      await officer.page.waitForSelector('.decide');
      await officer.page.waitForSelector('.evidence figure');
      await officer.page.waitForFunction(() => document.querySelector('figure .skeleton') === null);
      await officer.look('case');
      await officer.page.keyboard.press('a');
      await officer.page.waitForSelector('dialog[open]');
      await officer.look('what-it-will-do');
      await officer.page.click('dialog .button-primary');
      await officer.page.waitForSelector('.empty');
      await officer.look('decided');
      expect(officer.violations).toEqual([]);
      await officer.close();
    }

    await employer.page.goto('/cases');
    await employer.page.click('.case-card a');
    await employer.page.waitForSelector('.big-number');
    await employer.look('granted-with-second-bill');
    await employer.page.locator('a[href^="/bills/"]').last().click();
    await employer.page.waitForSelector('svg.qr');
    await trackByClicks(employer, number, { date: '1992-04-17', thai: true });
    expect(employer.violations).toEqual([]);
    await employer.close();
  });

  test('a worker with a name of sixty letters and only a year of birth files and tracks in Burmese', async () => {
    const worker = await walkerOf('my');
    await register(worker, { kind: 'worker', username: 'journey-my', displayName: 'အောင်ကျော်မိုး' });
    const number = await fileByClicks(worker, BURMESE_WORKER, false);
    await pay(worker);
    await worker.page.goto('/cases');
    await worker.page.waitForSelector('.case-card');
    await worker.look('my-cases');
    await trackByClicks(worker, number, { date: '1998', thai: false });
    expect(worker.violations).toEqual([]);
    await worker.close();
  });

  test('what an officer sends back is named to the filer, who answers it', async () => {
    const checker = await walkerOf('en', 'en-office/checker', true);
    await staff(checker, 'checker');
    await checker.page.waitForSelector('table');
    await checker.page.keyboard.press('j');
    await checker.page.waitForSelector('.decide');
    await checker.page.keyboard.press('r');
    await checker.page.waitForSelector('dialog[open]');
    await checker.page.click('dialog .button-primary');
    await checker.page.waitForSelector('dialog .field-error');
    await checker.look('nothing-chosen');
    await checker.page.locator('dialog #items input').first().check();
    await checker.page.click('dialog .button-primary');
    await checker.page.waitForSelector('dialog', { state: 'detached' });
    expect(checker.violations).toEqual([]);
    await checker.close();

    const worker = await walkerOf('my', 'my-answer');
    await worker.page.goto('/sign-in');
    await worker.page.fill('#username', 'journey-my');
    await worker.page.fill('#password', 'a wrong password');
    await worker.page.click('form button[type=submit]');
    await worker.page.waitForSelector('.notice-bad');
    await worker.look('wrong-password');
    await worker.page.fill('#password', 'a password for a journey');
    await worker.page.click('form button[type=submit]');
    await worker.page.click('.case-card a');
    await worker.page.waitForSelector('#answer-note');
    await worker.look('sent-back');
    await worker.page.fill('#answer-note', 'ပြင်ပြီးပါပြီ');
    await worker.page.click('section.case-card .button-primary');
    await worker.page.waitForSelector('#answer-note', { state: 'detached' });
    await worker.look('answered');
    expect(worker.violations).toEqual([]);
    await worker.close();
  });

  test("a supervisor sees backlog and stock, an officer the holds, and nobody another's work", async () => {
    const supervisor = await walkerOf('th', 'th-office/supervisor', true);
    await staff(supervisor, 'supervisor');
    await supervisor.page.waitForSelector('.badge');
    await supervisor.look('centre-board');
    await supervisor.page.goto('/board?centre=none');
    await supervisor.page.waitForSelector('.stale');
    await supervisor.look('hall-board-without-contact');
    expect(supervisor.violations).toEqual([]);
    await supervisor.close();
    const registrar = await walkerOf('en', 'en-office/registrar', true);
    await staff(registrar, 'registrar-bangkok');
    await registrar.page.click('a[href="/office/holds"]');
    await registrar.page.waitForSelector('.empty');
    await registrar.look('no-holds');
    expect(registrar.violations).toEqual([]);
    await registrar.close();
  });
});

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { aPermit, type PermitMade } from '../road/a-permit.ts';
import type { RoadServer } from '../road/road-server.ts';
import { aPicture, aSubmission } from '../road/road-steps.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

const PASSWORD = 'a password for a journey';

describeJourney('notices by clicks in a real browser', () => {
  let journey: Journey;
  let road: RoadServer;
  let browser: Browser;
  let permits: PermitMade[];

  beforeAll(async () => {
    journey = await startJourney();
    ({ road, browser } = journey);
    permits = [await aPermit(road), await aPermit(road)];
    for (const kind of ['employer', 'worker'] as const)
      await road.nobody.call('registerAccount', {
        ...{ kind, username: `notice-${kind}`, password: PASSWORD },
        displayName: kind === 'worker' ? 'အောင်ကျော်မိုး' : 'บริษัท นายจ้างใหม่ จำกัด',
      });
  });
  afterAll(async () => {
    await journey?.close();
  });

  const walkerOf = (language: 'th' | 'my', folder: string, desk = false): Promise<Walker> =>
    aWalker(browser, road.origin, {
      ...{ language, folder: `notices/${folder}` },
      ...(desk ? { size: { width: 1440, height: 900 } } : {}),
    });

  const signIn = async ({ page }: Walker, username: string): Promise<void> => {
    const staff = road.accounts.find((known) => known.username === username);
    await page.goto('/sign-in');
    await page.fill('#username', username);
    await page.fill('#password', staff?.password ?? PASSWORD);
    if (staff?.secondFactor) await page.fill('#code', await freshCode(username, staff.secondFactor));
    await page.click('form button[type=submit]');
    await page.waitForURL(staff ? /\/office\// : /\/cases$/);
  };

  const fillDay = async (
    { page }: Walker,
    id: string,
    [day, month, year]: readonly string[],
  ): Promise<void> => {
    await page.fill(`#${id}-day`, day!);
    await page.selectOption(`#${id}-month`, month!);
    await page.fill(`#${id}-year`, year!);
  };

  const choosePaper = ({ page }: Walker, name: string, buffer: Buffer): Promise<void> =>
    page.setInputFiles('#paper-file', { name, mimeType: 'image/jpeg', buffer });

  /** Through the first three pages; each is left with nothing typed first where something must be typed. */
  const tell = async (walker: Walker, service: string, day: readonly string[]): Promise<void> => {
    const { page, look } = walker;
    const next = () => page.click('form button[type=submit]');
    await page.goto('/notices');
    await page.waitForSelector('.empty');
    await look('none-yet');
    await page.click('a[href="/notices/new"]');
    await page.waitForSelector(`input[value="${service}"]`);
    await next();
    await page.waitForSelector('.error-summary');
    await look('nothing-chosen');
    await page.check(`input[value="${service}"]`);
    await next();
    await page.fill('#employerName', 'บริษัท นายจ้างใหม่ จำกัด');
    await page.fill('#employerId', '0105559000012');
    await page.selectOption('#province', '74');
    await look('employer');
    await next();
    await page.waitForSelector('#day-day');
    await fillDay(walker, 'day', day);
    await look('when');
    await next();
  };

  test('an employer tells a hire of three from a pasted list in Thai, and sees what is missing', async () => {
    const walker = await walkerOf('th', 'th-employer');
    const { page, look } = walker;
    await signIn(walker, 'notice-employer');
    await tell(walker, 'H52', ['10', '10', '2569']);
    await page.waitForSelector('#list');
    const rows = permits.map(({ permitNo, passportNo }) =>
      [permitNo, passportNo, 'AUNG KYAW MOE', 'เมียนมา'].join('\t'),
    );
    await page.fill('#list', ['เลขใบอนุญาต\tเลขหนังสือเดินทาง\tชื่อ', ...rows, 'ไม่มีเลข'].join('\n'));
    await page.waitForSelector('.worker-lines');
    await look('list-read');
    await page.click('form button[type=submit]');
    await page.waitForSelector('#paper-kind option[value="employment-contract"]', { state: 'attached' });
    await look('papers');
    await choosePaper(walker, 'contract.jpg', await aPicture());
    await page.waitForSelector('.field-error');
    await look('paper-without-kind');
    await page.selectOption('#paper-kind', 'employment-contract');
    await choosePaper(walker, 'contract.jpg', await aPicture());
    await page.waitForSelector('.worker-lines .file-name');
    await page.selectOption('#paper-kind', 'other');
    await choosePaper(walker, 'no-picture.jpg', Buffer.from('no picture'));
    await page.waitForSelector('.worker-lines li:nth-child(2)');
    await look('papers-ready');
    await page.click('form button[type=submit]');
    await page.waitForSelector('dl.facts');
    await look('check');
    await page.click('form button[type=submit]');
    await page.waitForSelector('.notice-bad');
    await look('paper-at-fault');
    await page.click('form .actions button:not([type=submit])');
    await page.waitForSelector('.worker-lines .field-error');
    await look('paper-to-take-out');
    await page.click('.worker-lines li:nth-child(2) button');
    await page.waitForSelector('.worker-lines li:nth-child(2)', { state: 'detached' });
    await page.click('form button[type=submit]');
    await page.waitForSelector('dl.facts');
    // Without a network nothing is lost: the page stays, and the second press is the same act.
    await walker.context.setOffline(true);
    await page.click('form button[type=submit]');
    await page.waitForSelector('.notice-bad');
    await look('offline');
    await walker.context.setOffline(false);
    await page.click('form button[type=submit]');
    await page.waitForSelector('svg.qr');
    await page.waitForSelector('.change-acts');
    await look('receipt');
    expect(await page.locator('.big-number').innerText()).toMatch(/^\d{14}$/);
    expect(await page.locator('.fingerprint').count()).toBe(1);
    await page.goto('/notices');
    await page.waitForSelector('.case-card');
    await look('my-notices');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('the worker tells it too in Burmese, and is asked for no new card', async () => {
    const walker = await walkerOf('my', 'my-worker');
    const { page, look } = walker;
    await signIn(walker, 'notice-worker');
    await tell(walker, 'C-EMP', ['11', '11', '2026']);
    await page.waitForSelector('#permitNo');
    await page.fill('#permitNo', permits[0]!.permitNo);
    await page.fill('#passportNo', permits[0]!.passportNo);
    await look('own-numbers');
    await page.click('form button[type=submit]');
    await page.waitForSelector('#paper-kind');
    await look('papers');
    await page.click('form button[type=submit]');
    await page.waitForSelector('dl.facts');
    await look('check');
    await page.click('form button[type=submit]');
    await page.waitForSelector('.change-acts');
    await look('receipt');
    // A page of the passport follows later and has a receipt of its own.
    await page.click('text=စာရွက် ထပ်တင်ရန်');
    await page.waitForSelector('#paper-kind option[value="passport"]', { state: 'attached' });
    await page.selectOption('#paper-kind', 'passport');
    await choosePaper(walker, 'passport.jpg', await aPicture());
    await page.waitForSelector('form .button-primary');
    await look('paper-added');
    await page.click('form .button-primary');
    await page.waitForSelector('.fingerprint');
    await page.click('.case-card .worker-lines button');
    await page.waitForSelector('.worker-lines img');
    await look('addition');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('an officer reads, asks for a correction and acknowledges by the keyboard', async () => {
    const walker = await walkerOf('th', 'th-office', true);
    const { page, look } = walker;
    await signIn(walker, 'assistant');
    await page.click('a[href="/office/notices"]');
    await page.waitForSelector('.notice-evidence');
    await look('list');
    await page.click('.notice-evidence .worker-lines button');
    await page.waitForSelector('.notice-evidence img');
    await look('paper');
    const first = await page.locator('.notice-evidence h2').innerText();
    await page.keyboard.press('j');
    await page.waitForFunction(
      (head) => document.querySelector('.notice-evidence h2')?.textContent !== head,
      first,
    );
    await page.keyboard.press('k');
    await page.waitForFunction(
      (head) => document.querySelector('.notice-evidence h2')?.textContent === head,
      first,
    );
    await page.keyboard.press('r');
    await page.waitForSelector('dialog[open]');
    await page.click('dialog .button-primary');
    await page.waitForSelector('dialog .field-error');
    await look('ask-correction');
    await page.fill('dialog #row', '1');
    await page.selectOption('dialog #item', 'permitNo');
    await page.fill('dialog #reason', 'เลขไม่ตรงกับหนังสือเดินทาง');
    await page.click('dialog .button-primary');
    await page.waitForSelector('dialog', { state: 'detached' });
    await page.waitForFunction(
      (head) => document.querySelector('.notice-evidence h2')?.textContent !== head,
      first,
    );
    // Nothing is acknowledged that is not on the screen yet.
    await page.waitForSelector('.notice-evidence h2');
    await page.keyboard.press('a');
    await page.waitForSelector('.empty');
    await look('acknowledged');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('the employer sees what was asked and answers it', async () => {
    const walker = await walkerOf('th', 'th-answer');
    const { page, look } = walker;
    await signIn(walker, 'notice-employer');
    await page.goto('/notices');
    await page.click('.case-card a');
    await page.waitForSelector('#row-1');
    await look('correction-asked');
    await page.fill('#row-1', `${permits[1]!.permitNo}; ${permits[1]!.passportNo}`);
    await page.click('section.case-card .button-primary');
    await page.waitForSelector('#row-1', { state: 'detached' });
    await look('answered');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('who could not file gets a receipt without an account, and staff find it by its code', async () => {
    const supervisor = await road.as('supervisor');
    await supervisor.call('openOutage', { affected: ['filing'], note: 'ระบบยื่นคำขอล่ม' });
    const walker = await walkerOf('my', 'my-tried');
    const { page, look } = walker;
    await page.goto('/outages');
    await page.waitForSelector('.case-card');
    await look('outages');
    await page.click('a[href="/tried"]');
    await page.waitForSelector('#serviceCode option:nth-child(3)', { state: 'attached' });
    await page.click('form button[type=submit]');
    await page.waitForSelector('.error-summary');
    await look('tried-with-nothing-typed');
    await page.selectOption('#serviceCode', 'H52');
    await fillDay(walker, 'day', ['20', '11', '2026']);
    await page.fill('#time', '08.30');
    await page.check('input[value="no-page"]');
    await page.click('form button[type=submit]');
    await page.waitForSelector('svg.qr');
    await look('tried-receipt');
    const code = await page.locator('.big-number').innerText();
    expect(code).toMatch(/^\w{4}-\w{4}$/);
    expect(walker.violations).toEqual([]);
    await walker.close();

    const desk = await walkerOf('th', 'th-desk', true);
    await signIn(desk, 'clerk');
    await desk.page.goto('/office/outages');
    await desk.page.fill('#attempt', code.toLowerCase());
    await desk.page.click('form button[type=submit]');
    await desk.page.waitForSelector('.case-card dl');
    await desk.look('attempt-found');
    expect(desk.violations).toEqual([]);
    await desk.close();
  });

  test('a case is followed by passport and year in Burmese, and a wrong answer tells nothing', async () => {
    const filed = await aSubmission(road, 'N632', 'agent');
    const walker = await walkerOf('my', 'my-track');
    const { page, look } = walker;
    await page.goto('/track');
    await page.check('input[value="passport"]');
    await page.fill('#number', 'PA0456789');
    await page
      .check('#born input[type=checkbox]')
      .catch(() => page.check('fieldset:has(#born-year) input[type=checkbox]'));
    await page.fill('#born-year', '1997');
    await page.click('form button[type=submit]');
    await page.waitForSelector('.error-summary');
    await look('wrong-year');
    await page.fill('#born-year', '1998');
    await page.click('form button[type=submit]');
    await page.waitForSelector('section.case-card');
    await look('found-by-passport');
    expect(await page.locator('section.case-card h2').innerText()).toBe(filed.applicationNo);
    await page.check('input[value="receipt"]');
    await page.fill('#number', filed.receipt!);
    await page.click('form button[type=submit]');
    await page.waitForSelector('section.case-card');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });
});

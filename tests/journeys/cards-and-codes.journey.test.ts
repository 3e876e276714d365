import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { decodeBase45, encodeBase45 } from '@permit/domain/cards/base45.ts';
import { RECEIPT_PREFIX } from '@permit/domain/receipts/signed-receipt.ts';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { answerTexts, CHECK_LANGUAGES, receiptTexts } from '@permit/ui/texts/check-texts.ts';
import { phoneCardTexts } from '@permit/ui/texts/phone-card-texts.ts';
import { aStation } from '../road/a-station.ts';
import type { RoadServer } from '../road/road-server.ts';
import { aGrantedCase } from '../road/road-steps.ts';
import { runJobs } from '../road/run-jobs.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { EIGHT_ANSWERS, eightPermits, type OneOfEight } from './eight-permits.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

describeJourney('cards and their codes', () => {
  let journey: Journey;
  let road: RoadServer;
  let browser: Browser;
  let qr: string;
  let receipt: string;
  let permitId: string;
  let eight: Record<OneOfEight, string>;

  beforeAll(async () => {
    journey = await startJourney();
    ({ road, browser } = journey);
    ({ qr, permitId, receipt } = await aPermitQr(road));
    eight = await eightPermits(road);
  });
  afterAll(async () => {
    await journey?.close();
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
    expect(await check(walker, receipt)).toBe(receiptTexts.genuine[language]);
    await look('receipt');
    expect(await check(walker, changedReceipt(receipt))).toBe(receiptTexts.notGenuine[language]);
    await look('receipt-forged');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test.each(CHECK_LANGUAGES)('gives each of its eight answers in %s without a network', async (language) => {
    const walker = await aWalker(browser, road.origin, { language, folder: `check/eight-${language}` });
    const { page, look, context } = walker;
    await page.goto('/check');
    await page.waitForSelector('#text');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(() => localStorage.getItem('check-status-list') !== null);
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('#text');
    for (const answer of EIGHT_ANSWERS) {
      expect([answer, await check(walker, eight[answer])]).toEqual([answer, answerTexts[answer][language]]);
      await look(answer);
    }
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('a factory list of many scans is kept apart by verdict and saved as a harmless CSV', async () => {
    const walker = await aWalker(browser, road.origin, { language: 'th', folder: 'check/many' });
    const { page, look } = walker;
    await page.goto('/check');
    await page.waitForFunction(() => localStorage.getItem('check-status-list') !== null);
    await page.reload();
    await page.click('#many');
    await page.fill('#text', EIGHT_ANSWERS.map((answer) => eight[answer]).join('\n'));
    await page.click('form button[type=submit]');
    await page.waitForSelector('.scan-list tbody tr:nth-child(9)');
    await look('list');
    const saving = page.waitForEvent('download');
    await page.click('.scan-list button.primary');
    const file = readFileSync((await (await saving).path())!, 'utf8');
    expect(file.trim().split('\r\n')).toHaveLength(1 + EIGHT_ANSWERS.length);
    expect(file).toContain('"revoked"');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('an inspector sees face and live employer, and who works for another; an employer keeps a proof', async () => {
    const inspector = await aWalker(browser, road.origin, { language: 'th', folder: 'inspect/th' });
    await signInAtDesk(road, inspector, 'inspector');
    await inspector.page.waitForSelector('#inspect-reason');
    await inspector.page.selectOption('#inspect-reason', 'complaint');
    await inspector.page.locator('label.choice input').check();
    await inspector.page.fill('#site', 'ก่อสร้าง');
    await inspector.page.fill('#code', qr);
    await inspector.page.keyboard.press('Enter');
    await inspector.page.waitForSelector('.case-card img');
    expect(await inspector.page.inputValue('#code')).toBe('');
    await inspector.page.waitForSelector('.table tbody .badge-warn');
    await inspector.page.click('.case-card .button');
    await inspector.page.waitForSelector('.case-card .timeline li');
    await inspector.look('another-employer');
    expect(inspector.violations).toEqual([]);
    await inspector.close();

    const employer = await aWalker(browser, road.origin, { language: 'my', folder: 'inspect/my' });
    await employer.page.goto('/sign-in?next=/hire-check');
    await employer.page.fill('#username', 'employer');
    const { password } = road.accounts.find(({ username }) => username === 'employer')!;
    await employer.page.fill('#password', password);
    await employer.page.click('form button[type=submit]');
    // The page of signing in has a field of the same name.
    await employer.page.waitForURL(({ pathname }) => pathname === '/hire-check');
    await employer.page.waitForSelector('h1');
    await employer.page.waitForSelector('#code');
    await employer.look('scan');
    await employer.page.fill('#code', qr);
    await employer.page.keyboard.press('Enter');
    await employer.page.waitForSelector('.code-text');
    await employer.look('proof');
    const saving = employer.page.waitForEvent('download');
    await employer.page.click('.case-card .button-primary');
    expect(readFileSync((await (await saving).path())!, 'utf8')).toMatch(/^permit-check .*\nchecked 2026-/);
    expect(employer.violations).toEqual([]);
    await employer.close();
  });

  test('a worker opens, signs in and has the card, also without a network, until it ends', async () => {
    const walker = await aWalker(browser, road.origin, { language: 'my', folder: 'phone-card' });
    const { page, look, context } = walker;
    await page.goto('/card');
    await page.waitForSelector('#username');
    await look('open');
    await page.fill('#username', 'employer');
    await page.fill('#password', road.accounts.find(({ username }) => username === 'employer')!.password);
    await page.click('form button[type=submit]');
    await page.waitForSelector('svg.qr, .choices');
    if ((await page.locator('.choices').count()) > 0) await page.locator('.choices button').last().click();
    await page.waitForSelector('svg.qr');
    for (const language of ['th', 'en', 'km', 'lo', 'vi', 'my']) {
      await page.click(`button[lang=${language}]`);
      await look(`card-${language}`);
    }
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await page.waitForSelector('svg.qr');
    await context.setOffline(true);
    await page.reload();
    await page.waitForSelector('svg.qr');
    await look('offline');
    // Nothing on the disk of the phone names the person: what is kept is sealed.
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('HC1:');
    await (
      await road.as('registrar')
    ).call('revokePermit', { permitId, ground: 'issued-by-mistake', reason: 'test' });
    await context.setOffline(false);
    await page.reload();
    await page.getByText(phoneCardTexts.texts.none.my).waitFor();
    expect(await page.locator('svg.qr').count()).toBe(0);
    await look('ended');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('the desk of cards: printing paused, a box counted blind, a tray sorted, by clicks', async () => {
    const head = await aWalker(browser, road.origin, { ...DESK, folder: 'card-desk/supervisor' });
    await signInAtDesk(road, head, 'supervisor');
    await head.page.goto('/office/cards/printing');
    await head.page.waitForSelector('#pause-reason');
    await head.page.fill('#pause-reason', 'เปลี่ยนหมึก');
    await head.page.click('#pause-reason >> xpath=ancestor::section//button');
    await head.page.waitForSelector('.badge-warn');
    await head.look('printing');
    await head.page.click('.parts a[href="/office/cards/blanks"]');
    await head.page.fill('#open-count-box', 'DEMO-BOX-1');
    await head.page.click('#open-count-box >> xpath=ancestor::section//button');
    await head.page.waitForSelector('section:has(#open-count-box) tbody tr');
    await head.look('desk');

    const clerk = await aWalker(browser, road.origin, { ...DESK, folder: 'card-desk/clerk' });
    await signInAtDesk(road, clerk, 'clerk');
    await clerk.page.goto('/office/cards/blanks');
    await clerk.page.fill('input[id^=count-]', '3');
    await clerk.page.click('input[id^=count-] >> xpath=ancestor::td//button');
    await clerk.page.waitForSelector('td .badge-warn');
    // Blind: the number that the ledger knows stands nowhere on the counter's page.
    expect(await clerk.page.innerText('main')).not.toContain('500');
    await clerk.page.click('.parts a[href="/office/cards/finished"]');
    // As a hand scanner does it: fast, and Enter after each.
    await clerk.page.focus('#tray-serials');
    for (const serial of ['wpc-000001', 'wpc-000002', 'wpc-000001'])
      await clerk.page.keyboard.type(`${serial}\n`);
    await clerk.page.waitForSelector('section:has(#tray-serials) .serials li:nth-child(2)');
    expect(await clerk.page.locator('section:has(#tray-serials) .serials li').count()).toBe(2);
    await clerk.page.click('section:has(#tray-serials) .button-primary');
    await clerk.page.waitForSelector('section:has(#tray-serials) tbody tr:nth-child(2)');
    await clerk.look('desk');
    expect([...head.violations, ...clerk.violations]).toEqual([]);
    await (await road.as('supervisor')).call('resumePrinting', {});
    await head.close();
    await clerk.close();
  });
});

const DESK = { language: 'th', size: { width: 1440, height: 900 } } as const;

async function signInAtDesk(road: RoadServer, { page }: Walker, username: string): Promise<void> {
  const account = road.accounts.find((known) => known.username === username)!;
  await page.goto('/sign-in');
  await page.fill('#username', username);
  await page.fill('#password', account.password);
  await page.fill('#code', await freshCode(username, account.secondFactor!));
  await page.click('form button[type=submit]');
  await page.waitForURL(/\/office\//);
}

/** A permit as far as its temporary code: granted, captured and searched. */
async function aPermitQr(road: RoadServer): Promise<{ qr: string; permitId: string; receipt: string }> {
  const { applicationId, applicationNo } = await aGrantedCase(road, 'N632');
  const station = await aStation(road);
  const clerk = await road.as('clerk');
  await clerk.call('takeTicket', { applicationNo });
  const { visit } = await clerk.call('callNext', { counter: '1' });
  await clerk.call('checkIn', { visitId: visit!.visitId, paperSeen: 'passport' });
  await station.capture({ visitId: visit!.visitId, applicationId }, 'check-page-person');
  await runJobs(road);
  const employer = await road.as('employer');
  const { permitId, receipt } = await employer.call('getApplication', { applicationId });
  const { qr } = await employer.call('getPermit', { permitId: permitId! });
  if (!qr || !receipt) throw new Error('the case has no codes yet');
  return { qr, permitId: permitId!, receipt };
}

/** A receipt whose last byte somebody changed: the signature does not fit any more. */
function changedReceipt(text: string): string {
  const bytes = decodeBase45(text.slice(RECEIPT_PREFIX.length))!;
  bytes[bytes.length - 1]! ^= 1;
  return RECEIPT_PREFIX + encodeBase45(bytes);
}

/** The same message with one letter of its signature changed, packed again as a forger would. */
async function forgedCode(text: string): Promise<string> {
  const { deflateSync, inflateSync } = await import('node:zlib');
  const bytes = inflateSync(decodeBase45(text)!);
  bytes[bytes.length - 1]! ^= 1;
  return encodeBase45(deflateSync(bytes));
}

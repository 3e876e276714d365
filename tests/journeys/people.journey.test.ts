import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { generateSync } from 'otplib/functional';
import type { Browser } from 'playwright-core';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { startSmtpPeer, type SmtpPeer } from '../messages/smtp-peer.ts';
import { aPublicAccount, lettersTo, PASSWORD, signedIn } from '../people/an-account.ts';
import type { RoadServer } from '../road/road-server.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { fillDate } from './fill-form.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

describeJourney('accounts, powers of attorney and keys by clicks in a real browser', () => {
  let journey: Journey;
  let road: RoadServer;
  let browser: Browser;
  let peer: SmtpPeer;

  beforeAll(async () => {
    journey = await startJourney();
    ({ road, browser } = journey);
    peer = await startSmtpPeer();
  });
  afterAll(async () => {
    await peer?.close();
    await journey?.close();
  });

  const walkerOf = (language: 'th' | 'my', folder: string, desk = false): Promise<Walker> =>
    aWalker(browser, road.origin, {
      ...{ language, folder: `people/${folder}` },
      ...(desk ? { size: { width: 1440, height: 900 } } : {}),
    });

  const signIn = async ({ page }: Walker, username: string, password = PASSWORD): Promise<void> => {
    const staff = road.accounts.find((known) => known.username === username);
    await page.goto('/sign-in');
    await page.fill('#username', username);
    await page.fill('#password', staff?.password ?? password);
    if (staff?.secondFactor) await page.fill('#code', await freshCode(username, staff.secondFactor));
    await page.click('form button[type=submit]');
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  };

  const mailedCode = async (address: string): Promise<string> => {
    const subjects = (await lettersTo(road, peer, address)).map(({ subject }) => subject ?? '');
    return subjects.flatMap((subject) => /\d{8}/.exec(subject) ?? []).at(-1)!;
  };

  /** The form around a field; each of these pages has several. */
  const formOf = ({ page }: Walker, id: string) => page.locator(`form:has(#${id})`);
  const send = (walker: Walker, id: string) => formOf(walker, id).locator('button[type=submit]').click();

  test('a worker registers in Burmese with a contact, confirms it, and guards the account', async () => {
    const walker = await walkerOf('my', 'my-account');
    const { page, look } = walker;
    const email = 'aung@example.org';
    await page.goto('/register');
    await page.check('input[value="worker"]');
    await page.fill('#displayName', 'အောင်ကျော်မိုး');
    await page.fill('#username', 'aung-kyaw-moe');
    await page.fill('#password', PASSWORD);
    await page.fill('#contact', 'no address');
    await page.click('form button[type=submit]');
    await page.waitForSelector('.error-summary');
    await look('register-wrong-contact');
    await page.fill('#contact', email);
    await page.click('form button[type=submit]');
    await page.waitForURL(/\/account$/);
    await page.waitForSelector('#contact-code');
    await page.fill('#contact-code', '00000000');
    await send(walker, 'contact-code');
    await page.waitForSelector('.notice-bad');
    await look('account-code-wrong');
    await page.fill('#contact-code', await mailedCode(email));
    await send(walker, 'contact-code');
    await page.waitForSelector('#contact-code', { state: 'detached' });
    expect(await page.locator('main').innerText()).toContain(email);

    await page.selectOption('#written-in', 'km');
    await send(walker, 'written-in');
    await formOf(walker, 'written-in').locator('[role=status]:not(:empty)').waitFor();

    await page.locator('details:has(#factor-password) summary').click();
    await send(walker, 'factor-password');
    await page.waitForSelector('[role=alert]');
    await look('nothing-typed');
    await page.fill('#factor-password', PASSWORD);
    await send(walker, 'factor-password');
    await page.waitForSelector('#factor-first-code');
    await look('factor-set-up');
    const secret = (await formOf(walker, 'factor-first-code').locator('code').innerText()).replace(/\s/g, '');
    await page.fill('#factor-first-code', generateSync({ secret }));
    await send(walker, 'factor-first-code');
    await page.waitForSelector('#factor-off-code', { state: 'attached' });
    await look('factor-on');

    await page.goto('/claim');
    await page.waitForSelector('#statement');
    await page.fill('#username', 'worker-of-an-agent');
    await page.fill('#statement', 'ကိုယ်စားလှယ်က ပြန်မပေးပါ');
    await page.fill('#papers', 'passport MC123456\npermit 1234567890123');
    await look('claim');
    await send(walker, 'statement');
    await page.waitForSelector('[role=alert]');
    await look('claim-of-no-account');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('a lost password is set anew by the mailed code, and the other sessions are gone', async () => {
    const { username, email } = await aPublicAccount(road, 'worker');
    const walker = await walkerOf('th', 'th-recover');
    const { page, look } = walker;
    await page.goto('/sign-in');
    await page.click('a[href="/recover"]');
    await page.waitForSelector('#username');
    await look('who');
    await page.fill('#username', username);
    await send(walker, 'username');
    await page.waitForSelector('#code');
    await look('code-and-password');
    await page.fill('#code', await mailedCode(email));
    await page.fill('#new-password', 'a newly chosen password');
    await send(walker, 'code');
    await page.waitForSelector('a.button-primary[href="/sign-in"]');
    await look('password-set');
    await signedIn(road, username, 'a newly chosen password');
    await signIn(walker, username, 'a newly chosen password');
    await page.goto('/account');
    await page.locator('section li').nth(1).waitFor();
    await look('two-sessions');
    await page.locator('section:has(li) > .button').last().click();
    await page.waitForFunction(() => document.querySelectorAll('section li').length === 1);
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('an employer lets an agent act, who files on their behalf, and takes it back', async () => {
    const employer = await aPublicAccount(road, 'employer');
    const agent = await aPublicAccount(road, 'agent');
    const walker = await walkerOf('th', 'th-delegation');
    const { page, look } = walker;
    await signIn(walker, employer.username);
    await page.goto('/account');
    await page.click('a[href="/delegations"]');
    await page.waitForSelector('.empty');
    await look('none-yet');
    await page.fill('#agent', agent.partyId);
    await page.locator('#acts input').first().check();
    await fillDate(page, 'validFrom', '2026-11-20', true);
    await fillDate(page, 'validUntil', '2026-11-01', true);
    await page.locator('form:has(#agent) > label.choice input').check();
    await send(walker, 'agent');
    await page.waitForSelector('[role=alert]');
    await look('dates-inverted');
    await fillDate(page, 'validUntil', '2027-11-19', true);
    await send(walker, 'agent');
    await page.waitForSelector('section.evidence .button-danger');
    expect(await page.inputValue('#validFrom-day')).toBe('');
    await look('given');

    const other = await walkerOf('my', 'my-agent');
    await signIn(other, agent.username);
    await other.page.goto('/delegations');
    await other.page.waitForSelector('section.evidence');
    expect(await other.page.locator('section.evidence h2').innerText()).toContain(employer.username);
    await other.look('held');
    await other.page.goto('/new');
    await other.page.waitForSelector('#on-behalf-of option:nth-child(2)', { state: 'attached' });
    await other.page.selectOption('#on-behalf-of', employer.partyId);
    await other.look('on-behalf-of');
    await other.page.click('[data-service="R59M"]');
    await other.page.waitForSelector('[role=alert]');
    await other.look('not-for-this-service');
    await other.page.click('[data-service="N632"]');
    await other.page.waitForURL(/\/edit/);
    expect(other.violations).toEqual([]);
    await other.close();
    expect((await employer.client.call('listApplications', {})).applications).toHaveLength(1);

    await page.reload();
    await page.click('section.evidence .button-danger');
    await page.fill('dialog #reason', 'จบงานแล้ว');
    await look('take-back');
    await page.click('dialog .button-danger');
    await page.waitForSelector('section.evidence .button-danger', { state: 'detached' });
    await look('taken-back');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('a key of own software is shown once and ended after a question', async () => {
    const { username } = await aPublicAccount(road, 'agent');
    const walker = await walkerOf('my', 'my-keys');
    const { page, look } = walker;
    await signIn(walker, username);
    await page.goto('/keys');
    await page.waitForSelector('.empty');
    await look('none-yet');
    await page.fill('#name', 'payroll');
    await page.locator('#scopes input:not(:disabled)').check();
    await send(walker, 'name');
    await page.waitForSelector('.notice code');
    await look('secret');
    await page.reload();
    await page.waitForSelector('section.evidence .button-danger');
    expect(await page.locator('.notice code').count()).toBe(0);
    await page.click('section.evidence .button-danger');
    await look('end-it');
    await page.click('dialog .button-danger');
    await page.waitForSelector('section.evidence .button-danger', { state: 'detached' });
    await look('ended');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('an officer gives an account back, and the claimant reads it; the head enters an acting order', async () => {
    const [claimant, held] = [await aPublicAccount(road, 'employer'), await aPublicAccount(road, 'employer')];
    const papers = ['หนังสือรับรองบริษัท 0105559000012'];
    const claim = { username: held.username, statement: 'ตัวแทนเดิมไม่คืนบัญชี', papers };
    await claimant.client.call('claimAccount', claim);
    const registrar = await walkerOf('th', 'th-claims', true);
    await signIn(registrar, 'registrar');
    await registrar.page.goto('/office/claims');
    await registrar.page.waitForSelector('section.evidence');
    await registrar.look('claims');
    await registrar.page.click('section.evidence .button-primary');
    await registrar.look('what-it-means');
    await registrar.page.fill('dialog #reason', 'เอกสารตรงกับทะเบียนบริษัท');
    await registrar.page.click('dialog .button-primary');
    await registrar.page.waitForSelector('.empty');
    await registrar.look('none-waits');
    expect(registrar.violations).toEqual([]);
    await registrar.close();

    const owner = await walkerOf('th', 'th-claimant');
    await signIn(owner, claimant.username);
    await owner.page.goto('/claim');
    await owner.page.waitForSelector('section.evidence h3');
    await owner.look('given-back');
    expect(owner.violations).toEqual([]);
    await owner.close();

    const head = await walkerOf('th', 'th-orders', true);
    const { page, look } = head;
    await signIn(head, 'head');
    await page.goto('/office/orders');
    await page.waitForSelector('#persons input');
    await look('orders');
    await page.fill('#order-no', '12/2569');
    await page.selectOption('#office', { index: 1 });
    await fillDate(page, 'from', '2026-11-20', true);
    await page.fill('#from-time', '8.30');
    await fillDate(page, 'until', '2027-11-27', true);
    await page.fill('#until-time', '16.30');
    await page.locator('#persons input').first().check();
    await send(head, 'order-no');
    await page.waitForSelector('section.evidence .button-danger');
    await look('order-entered');
    expect(head.violations).toEqual([]);
    await head.close();
  });

  test('the administrator opens an account, gives a second role, and ends it', async () => {
    const walker = await walkerOf('th', 'th-staff', true);
    const { page, look } = walker;
    await signIn(walker, 'administrator');
    await page.goto('/office/staff');
    await page.waitForSelector('.table tbody tr');
    await page.locator('details:has(#staff-name) summary').click();
    await look('staff');
    await page.fill('#staff-name', 'ใหม่ หน้าศูนย์');
    await page.fill('#staff-username', 'new-clerk');
    await page.fill('#staff-password', PASSWORD);
    await page.fill('#staff-national-id', '1-1037-02071-81-1');
    await page.selectOption('#staff-role', 'clerk');
    await page.selectOption('#staff-place', { index: 1 });
    await page.fill('#staff-order', '21/2569');
    await send(walker, 'staff-name');
    await page.waitForSelector('dialog svg.qr');
    await look('second-factor-once');
    await page.click('dialog .button-primary');
    await page.fill('#find-staff', 'ใหม่');
    await page.waitForFunction(() => document.querySelectorAll('.table tbody tr').length === 1);
    await page.locator('.table tbody .button').first().click();
    await page.selectOption('#give-role', 'centre-supervisor');
    await page.selectOption('#give-place', { index: 1 });
    await page.fill('#give-order', '22/2569');
    await look('give-a-role');
    await page.click('dialog .button-primary');
    await page.waitForFunction(() => document.querySelectorAll('.table tbody li').length === 2);
    await page.click('.table tbody .button-danger');
    await page.fill('dialog #reason', 'ย้ายงาน');
    await page.click('dialog .button-danger');
    await page.waitForSelector('.table .badge-quiet');
    await look('disabled');
    await page.setViewportSize({ width: 412, height: 892 });
    await look('on-a-telephone');
    expect(walker.violations).toEqual([]);
    await walker.close();
  });

  test('at a counter one clerk asks with papers seen, and another grants it and reads the code', async () => {
    const { username } = await aPublicAccount(road, 'worker');
    const first = await walkerOf('th', 'th-counter-first', true);
    await signIn(first, 'clerk');
    await first.page.goto('/office/recoveries');
    await first.page.waitForSelector('.empty');
    await first.page.fill('#username', username);
    await first.page.locator('#papers input').first().check();
    await send(first, 'username');
    await first.page.waitForSelector('section.evidence h3');
    expect(await first.page.locator('main .button-primary').count()).toBe(1);
    await first.look('asked');
    expect(first.violations).toEqual([]);
    await first.close();

    const second = await walkerOf('th', 'th-counter-second', true);
    const { page, look } = second;
    await signIn(second, 'clerk2');
    await page.goto('/office/recoveries');
    await page.locator('section.evidence:has(h3) .button-primary').click();
    await look('what-it-means');
    await page.click('dialog .button-primary');
    await page.waitForSelector('.big-number');
    await look('code');
    const code = await page.locator('.big-number').innerText();
    const newPassword = 'from the counter 2';
    await road.nobody.call('finishRecovery', { username, code, newPassword });
    await signedIn(road, username, newPassword);
    expect(second.violations).toEqual([]);
    await second.close();
  });
});

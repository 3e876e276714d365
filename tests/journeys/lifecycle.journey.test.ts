import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type pg from 'pg';
import type { Browser } from 'playwright-core';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { leanGrant, onTheDesk } from '../lifecycle/lean-case.ts';
import type { RoadServer } from '../road/road-server.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { fillDate } from './fill-form.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

describeJourney('appeal, correction, attention and publishing by clicks', () => {
  let journey: Journey;
  let road: RoadServer;
  let browser: Browser;
  let owner: pg.Client;

  beforeAll(async () => {
    journey = await startJourney();
    ({ road, browser } = journey);
    owner = await road.database.owner();
  });
  afterAll(async () => {
    await owner?.end();
    await journey?.close();
  });

  /** Signed in by clicks; the desk is for those who work here. */
  const signedIn = async (username: string, language: 'th' | 'my' | 'en', desk = true): Promise<Walker> => {
    const account = road.accounts.find((known) => known.username === username)!;
    const walker = await aWalker(browser, road.origin, {
      language,
      folder: `lifecycle/${username}-${language}`,
      ...(desk ? { size: { width: 1440, height: 900 } } : {}),
    });
    const { page } = walker;
    await page.goto('/sign-in');
    await page.fill('#username', username);
    await page.fill('#password', account.password);
    if (account.secondFactor) await page.fill('#code', await freshCode(username, account.secondFactor));
    await page.click('form button[type=submit]');
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    return walker;
  };

  test('a refusal is appealed in Burmese, and the desk that hears it allows it', async () => {
    const { applicationId, revision } = await onTheDesk(road);
    const words = { ground: 'not-eligible', text: 'ยังไม่พบหลักฐานการจ้าง' } as const;
    await (await road.as('registrar')).call('refuseApplication', { applicationId, revision, ...words });
    const employer = await signedIn('employer', 'my', false);
    await employer.page.goto(`/cases/${applicationId}`);
    await employer.page.waitForSelector('section.case-card .button');
    await employer.look('refused');
    await employer.page.locator('section.case-card .button').first().click();
    await employer.page.click('form button[type=submit]');
    await employer.page.waitForSelector('.field-error');
    await employer.look('appeal-with-nothing-typed');
    await fillDate(employer.page, 'known-on', '2026-11-20', false);
    await employer.page.fill('#grounds', 'အလုပ်ရှင်၏ စာချုပ် ရှိပါသည်။');
    await employer.page.click('form button[type=submit]');
    await employer.page.waitForSelector('section.case-card table');
    await employer.look('under-appeal');
    expect(employer.violations).toEqual([]);
    await employer.close();

    const minister = await signedIn('minister', 'th');
    await minister.page.waitForSelector('section.evidence');
    await minister.look('appeals');
    await minister.page.click('section.evidence .button-primary');
    await minister.page.fill('#decide-reason', 'หลักฐานใหม่ฟังขึ้น');
    await minister.look('what-it-will-do');
    await minister.page.click('dialog .button-primary');
    await minister.page.waitForSelector('.empty');
    expect(minister.violations).toEqual([]);
    await minister.close();
  });

  test('a permit ends on request and by order, and its holder’s side reads why and appeals', async () => {
    const { applicationId } = await leanGrant(road);
    await owner.query(
      `INSERT INTO permits (id, public_id, permit_no, application_id, worker_person, state, category, valid_from, valid_to, status_index, qr)
       SELECT gen_random_uuid(), 'journeypermit000000001', '697400000002', id, worker_person, 'active', '59', '2026-11-20', '2028-11-19', nextval('status_running'), 'x'
       FROM applications WHERE public_id = $1`,
      [applicationId],
    );
    const employer = await signedIn('employer', 'my', false);
    await employer.page.goto(`/cases/${applicationId}`);
    await employer.page.locator('section.permit-end .button').last().click();
    await employer.look('ask-to-end-a-permit');
    await employer.page.fill('#end-words', 'အလုပ်သမား အလုပ်ထွက်သွားပါပြီ။');
    await employer.page.click('form .button-danger');
    await employer.page.waitForSelector('#end-words', { state: 'detached' });
    await employer.look('end-of-a-permit-waits');

    const registrar = await signedIn('registrar', 'th');
    await registrar.page.goto('/office/permit-orders');
    await registrar.page.locator('section.evidence .button').last().click();
    await registrar.page.fill('#decide-reason', 'ยังทำงานกับนายจ้างรายนี้อยู่');
    await registrar.page.click('dialog .button-primary');
    await registrar.page.waitForSelector('section.evidence', { state: 'detached' });
    await registrar.page.fill('#permit-no', '697400000002');
    await registrar.page.click('form button[type=submit]');
    await registrar.page.selectOption('#order-ground', 'no-new-employer');
    await registrar.look('revoke-a-permit');
    await registrar.page.click('section.evidence .button-danger');
    await registrar.page.fill('#decide-reason', 'ไม่พบนายจ้างรายใหม่ภายในกำหนด');
    await registrar.look('what-the-order-will-do');
    await registrar.page.click('dialog .button-danger');
    await registrar.page.waitForSelector('table');
    await registrar.look('orders');
    expect(registrar.violations).toEqual([]);
    await registrar.close();

    await employer.page.goto(`/cases/${applicationId}`);
    await employer.page.waitForSelector('section.permit-end .notice');
    await employer.look('permit-revoked');
    await employer.page.locator('section.permit-end .button').last().click();
    await fillDate(employer.page, 'known-on', '2026-11-20', false);
    await employer.page.fill('#grounds', 'အလုပ်ရှင်အသစ်ကို အကြောင်းကြားပြီးပါပြီ။');
    await employer.page.click('form button[type=submit]');
    await employer.page.waitForSelector('section.case-card table');
    await employer.look('order-under-appeal');
    expect(employer.violations).toEqual([]);
    await employer.close();
  });

  test('a wrong name is corrected: asked in Thai, decided beside what stands there', async () => {
    const { applicationId } = await leanGrant(road);
    await owner.query(
      `INSERT INTO permits (id, public_id, permit_no, application_id, worker_person, state, category, valid_from, valid_to, status_index, qr)
       SELECT gen_random_uuid(), 'journeypermit000000000', '697400000001', id, worker_person, 'active', '59', '2026-11-20', '2028-11-19', nextval('status_running'), 'x'
       FROM applications WHERE public_id = $1`,
      [applicationId],
    );
    const employer = await signedIn('employer', 'th', false);
    await employer.page.goto(`/cases/${applicationId}`);
    await employer.page.locator('section.case-card:not(.permit-end) .button').last().click();
    await employer.page.click('form button[type=submit]');
    await employer.page.waitForSelector('.field-error');
    await employer.page.selectOption('#correct-field', 'worker.names.firstLatin');
    await employer.page.fill('#correct-value', 'AUNGE');
    await employer.page.fill('#correct-note', 'สะกดต่างจากหนังสือเดินทาง');
    await employer.look('correction');
    await employer.page.click('form button[type=submit]');
    await employer.page.waitForSelector('form', { state: 'detached' });
    await employer.look('correction-waits');
    expect(employer.violations).toEqual([]);
    await employer.close();

    const registrar = await signedIn('registrar', 'th');
    await registrar.page.goto('/office/corrections');
    await registrar.page.waitForSelector('section.evidence');
    await registrar.look('corrections');
    await registrar.page.click('section.evidence .button-primary');
    await registrar.page.fill('#decide-reason', 'ตรงกับหนังสือเดินทาง');
    await registrar.page.click('dialog .button-primary');
    await registrar.page.waitForSelector('.empty');
    await registrar.page.goto('/office/attention');
    await registrar.page.waitForSelector('[role=group] .button');
    await registrar.look('attention');
    expect(registrar.violations).toEqual([]);
    await registrar.close();
  });

  test('a fee from a future date is prepared by one person and published by another', async () => {
    const administrator = await signedIn('administrator', 'th');
    await administrator.page.goto('/office/publishing');
    await administrator.page.click('details summary');
    await administrator.page.waitForSelector('#service option[value=R59M]', { state: 'attached' });
    await administrator.page.selectOption('#service', 'R59M');
    await fillDate(administrator.page, 'effective-from', '2027-01-01', true);
    const satang = { value: 100_000, certainty: 'assumed', source: 'a trial of the journey' };
    const change = JSON.stringify({ fees: { permit: { amount: { satang } } } });
    await administrator.page.fill('#change', change);
    await administrator.page.fill('#why', 'มติคณะรัฐมนตรี');
    await administrator.look('prepare');
    await administrator.page.click('form button[type=submit]');
    await administrator.page.waitForSelector('section.evidence table');
    await administrator.look('prepared');
    expect(administrator.violations).toEqual([]);
    await administrator.close();

    const head = await signedIn('head', 'en');
    await head.page.goto('/office/publishing');
    await head.page.click('section.evidence .button-primary');
    await head.look('what-publishing-does');
    await head.page.click('dialog .button-primary');
    await head.page.waitForSelector('section.evidence .badge-good');
    await head.look('published');
    await head.page.goto('/office/attention');
    await head.page.waitForSelector('[role=group] .button');
    await head.look('attention');
    expect(head.violations).toEqual([]);
    await head.close();
  });
});

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { freshCode } from '../../tools/road/sign-in-as.ts';
import { draftOf, payAtBank, SAMPLES } from '../road/road-steps.ts';
import { describeJourney, startJourney, type Journey } from './journey.ts';
import { aWalker, type Walker } from './walker.ts';

jest.setTimeout(300_000);

const LAST_DAY = '2026-11-19';

describeJourney('filing late because we failed, by clicks', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney();
    const supervisor = await journey.road.as('supervisor');
    const startedAt = `${LAST_DAY}T15:00:00+07:00`;
    const failed = { affected: ['filing' as const], startedAt, note: 'ระบบยื่นคำขอล่ม' };
    const { outageId } = await supervisor.call('openOutage', failed);
    await supervisor.call('closeOutage', { outageId, endedAt: `${LAST_DAY}T17:00:00+07:00` });
  });
  afterAll(async () => {
    await journey?.close();
  });

  const tried = async (at: string) =>
    (
      await journey.road.nobody.call('recordAttempt', {
        ...{ serviceCode: 'R59M', seen: 'error' as const },
        triedAt: `${LAST_DAY}T${at}:00+07:00`,
      })
    ).code;

  const signIn = async ({ page }: Walker, username: string): Promise<void> => {
    const staff = journey.road.accounts.find((known) => known.username === username)!;
    await page.goto('/sign-in');
    await page.fill('#username', username);
    await page.fill('#password', staff.password);
    if (staff.secondFactor) await page.fill('#code', await freshCode(username, staff.secondFactor));
    await page.click('form button[type=submit]');
    await page.waitForURL(/\/(cases|office\/.*)$/);
  };

  test('an employer gives the code before paying, and the officer sees by it why the case is in time', async () => {
    const { road, browser } = journey;
    const { applicationId } = await (
      await road.as('employer')
    ).call('createDraft', {
      serviceCode: 'R59M',
      draft: {
        ...draftOf(SAMPLES.R59M),
        oldPermit: { ...SAMPLES.R59M.oldPermit, expires: calendarDate(LAST_DAY) },
      },
    });
    const walker = await aWalker(browser, road.origin, { language: 'my', folder: 'late-filing/my' });
    const { page, look } = walker;
    await signIn(walker, 'employer');
    await page.goto(`/cases/${applicationId}/edit/check`);
    await page.fill('#attemptCode', await tried('12:00'));
    await page.click('form:has(#attemptCode) button[type=submit]');
    await page.waitForSelector('#attemptCode[aria-invalid=true]');
    await look('does-not-count');
    const code = await tried('16:10');
    await page.fill('#attemptCode', code);
    await page.click('form:has(#attemptCode) button[type=submit]');
    await page.waitForSelector(`.notice-good:has-text("${code}")`);
    await page.waitForSelector('#findings');
    expect(await page.locator('#reason-filed-after-expiry').count()).toBe(0);
    await look('counts');
    for (const field of await page.locator('[id^=reason-]').all()) await field.fill('known to the filer');
    await page.check('#declaration');
    await page.click('.actions:last-of-type .button-primary');
    await page.waitForURL(new RegExp(`/cases/${applicationId}$`));
    await page.waitForSelector(`.notice-good:has-text("${code}")`);
    await look('filed');
    expect(walker.violations).toEqual([]);
    await walker.close();

    const { bills } = await (await road.as('employer')).call('listBills', { applicationId });
    await payAtBank(road, bills[0]!);
    const size = { width: 1440, height: 900 };
    const desk = await aWalker(browser, road.origin, { language: 'th', folder: 'late-filing/th-desk', size });
    await signIn(desk, 'checker');
    await desk.page.waitForSelector('table');
    await desk.page.keyboard.press('j');
    await desk.page.waitForSelector(`.notice-good:has-text("${code}")`);
    // In the officer's calendar, not as a program writes a day.
    await desk.page.getByText('(19 พฤศจิกายน 2569)').waitFor();
    await desk.look('officer');
    expect(desk.violations).toEqual([]);
    await desk.close();
  });
});

import { expect } from '@jest/globals';
import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import sharp from 'sharp';
import { A_PDF, aPicture } from '../road/road-steps.ts';
import { fillDate, fillPage } from './fill-form.ts';
import type { Walker } from './walker.ts';

export interface Filer {
  readonly kind: 'worker' | 'employer';
  readonly username: string;
  readonly displayName: string;
}

const PASSWORD = 'a password for a journey';
const TODAY = calendarDate('2026-11-20');

/** Opens an account by clicks; first with nothing typed, to see what is said. */
export async function register({ page, look }: Walker, filer: Filer): Promise<void> {
  await page.goto('/');
  await look('home');
  await page.click('a[href="/register"]');
  await page.click('form button[type=submit]');
  await page.waitForSelector('.error-summary');
  await look('register-with-nothing-typed');
  await page.check(`input[value="${filer.kind}"]`);
  await page.fill('#displayName', filer.displayName);
  await page.fill('#username', filer.username);
  await page.fill('#password', PASSWORD);
  await look('register');
  await page.click('form button[type=submit]');
  await page.waitForSelector('a[href="/new"]');
  await look('no-cases-yet');
}

/** Files by clicks, one page at a time; answers the number of 14 digits. */
export async function fileByClicks(walker: Walker, draft: ApplicationDraft, thai: boolean): Promise<string> {
  const { page, look } = walker;
  const service = serviceCatalogue.find(draft.serviceCode, TODAY)!;
  await page.click('a[href="/new"]');
  await page.waitForSelector('[data-service]');
  await look('choose-service');
  await page.click(`[data-service="${service.code}"]`);
  await page.waitForSelector('form');
  // The first page with nothing typed: what may not be missing is said at its field.
  await page.click('form button[type=submit]');
  await page.waitForSelector('.error-summary');
  await look('name-missing');
  for (let turn = 0; turn < 20 && !/\/documents$/.test(page.url()); turn += 1) {
    await fillPage(page, service, draft, thai);
    const here = page.url();
    await look(here.replace(/.*\/edit\/?/, 'edit-') || 'edit');
    await leavePage(walker, here);
  }
  await attachAll(walker);
  await look('documents');
  await page.click('main .button-primary');
  await page.waitForSelector('#declaration');
  await page.waitForSelector('dl + .choice, #findings, .notice-good');
  await page.click('main .button-primary');
  await page.waitForSelector('.error-summary');
  await look('check-answers-with-errors');
  for (const reason of await page.locator('[id^="reason-"]').all())
    await reason.fill(thai ? 'จะนำมาแสดงที่ศูนย์บริการ' : 'ဝန်ဆောင်မှုစင်တာတွင် ပြပါမည်');
  await page.check('#declaration');
  await look('check-answers');
  await page.click('main .button-primary');
  await page.waitForSelector('.big-number');
  await look('filed');
  return (await page.locator('.big-number').first().innerText()).trim();
}

/** Presses "save and continue", a second time where a warning was shown first. */
async function leavePage({ page, look }: Walker, here: string): Promise<void> {
  const button = 'form button[type=submit]';
  await page.click(button);
  const left = (): Promise<unknown> => page.waitForURL((url) => url.href !== here, { timeout: 10_000 });
  const warned = page.waitForSelector('form .notice-warn', { timeout: 10_000 });
  await Promise.race([left().catch(() => undefined), warned.catch(() => undefined)]);
  if (page.url() !== here) return;
  await look('a-warning');
  await page.click(button);
  await left();
}

/** A picture of grain, of more than half a megabyte however it is compressed. */
function aLargePicture(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  return sharp({ create: { width: 500, height: 500, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
}

/** A PDF for each paper, a picture for the portrait; the last paper is left out, so that there is something to explain. */
async function attachAll({ page }: Walker): Promise<void> {
  await page.waitForSelector('input[type=file]');
  const picture = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await aPicture() };
  const paper = { name: 'paper.pdf', mimeType: 'application/pdf', buffer: A_PDF };
  // Large enough to go in pieces, as a photographed passport does.
  const large = { name: 'passport.png', mimeType: 'image/png', buffer: await aLargePicture() };
  const inputs = await page.locator('input[type=file]').all();
  for (const [index, input] of inputs.slice(0, -1).entries()) {
    const imageOnly = !(await input.getAttribute('accept'))?.includes('pdf');
    await input.setInputFiles(imageOnly ? picture : index === 0 ? large : paper);
    await page.locator('.badge-good').nth(index).waitFor();
  }
}

/** Tracks without an account; first with a wrong number. */
export async function trackByClicks(
  { page, look, context }: Walker,
  applicationNo: string,
  born: { date: string; thai: boolean },
): Promise<void> {
  await context.clearCookies();
  await page.goto('/track');
  await page.waitForSelector('#number');
  await page.fill('#number', '12345678901234');
  await fillDate(page, 'born', born.date, born.thai);
  await page.click('form button[type=submit]');
  await page.waitForSelector('.error-summary');
  await look('track-not-found');
  await page.fill('#number', applicationNo);
  await page.click('form button[type=submit]');
  await page.waitForSelector('.case-card');
  expect(await page.locator('.case-card h2').innerText()).toBe(applicationNo);
  await look('tracked');
}

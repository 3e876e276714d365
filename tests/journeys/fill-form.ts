import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';
import { valueAt } from '@permit/domain/catalogue/condition.ts';
import type { FieldRule, ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { Page } from 'playwright-core';

/** Fills what the page in front asks, from a draft; dates in the era that the page's language writes. */
export async function fillPage(
  page: Page,
  service: ServiceDefinition,
  draft: ApplicationDraft,
  thai: boolean,
): Promise<void> {
  for (const [path, rule] of Object.entries(service.fields)) {
    const value = valueAt(draft, path);
    const field = page.locator(`#f-${path.replaceAll('.', '-')}`);
    if (value === undefined || (await field.count()) === 0) continue;
    await fillField(page, `f-${path.replaceAll('.', '-')}`, { rule, value, thai });
  }
}

interface Answer {
  readonly rule: FieldRule;
  readonly value: unknown;
  readonly thai: boolean;
}

async function fillField(page: Page, id: string, { rule, value, thai }: Answer): Promise<void> {
  if (rule.kind === 'date') return fillDate(page, id, String(value), thai);
  if (rule.kind === 'birth-date') return fillDate(page, id, (value as { date: string }).date, thai);
  const field = page.locator(`#${id}`);
  const tag = await field.evaluate((element) => element.tagName);
  if (tag === 'FIELDSET') await field.locator(`input[value="${String(value)}"]`).check();
  else if (tag === 'SELECT') await field.selectOption(String(value));
  else await field.fill(rule.kind === 'satang' ? String(Number(value) / 100) : String(value));
}

/** `1992-04-17` by its three parts; `1998` by ticking that the day is not known. */
export async function fillDate(page: Page, id: string, date: string, thai: boolean): Promise<void> {
  const [year = '', month, day] = date.split('-');
  if (day) await page.fill(`#${id}-day`, String(Number(day)));
  else await page.locator(`#${id} input[type=checkbox]`).check();
  if (month) await page.selectOption(`#${id}-month`, String(Number(month)));
  await page.fill(`#${id}-year`, String(Number(year) + (thai ? 543 : 0)));
}

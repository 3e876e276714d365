import { calendarDate } from '../calendar/calendar-date.ts';
import { holidayDates } from '../calendar/holidays.ts';
import type { ApplicationDraft } from '../catalogue/application-draft.ts';
import { serviceCatalogue } from '../catalogue/service-catalogue.ts';
import type { CheckContext, Finding } from './check.ts';
import { precheckDraft } from './precheck-draft.ts';

/** The day on which the sample drafts of the tests are filed. */
export const today = calendarDate('2026-11-20');

/** What the checks know of a draft on that day. */
export function aContext(draft: ApplicationDraft, more: Partial<CheckContext> = {}): CheckContext {
  const service = serviceCatalogue.find(draft.serviceCode, today);
  if (!service) throw new Error(`no service ${draft.serviceCode}`);
  return { service, draft, today, time: '10:00', holidays: holidayDates(), ...more };
}

export const codes = (findings: readonly Finding[]): string[] => findings.map((finding) => finding.code);

/** The codes of what the checks find in a draft on that day. */
export const found = (draft: ApplicationDraft, more: Partial<CheckContext> = {}): string[] =>
  codes(precheckDraft(aContext(draft, more)));

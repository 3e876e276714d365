import type { CalendarDate } from '../calendar/calendar-date.ts';
import { holidayDates } from '../calendar/holidays.ts';
import { precheckDraft } from '../checks/precheck-draft.ts';
import type { ApplicationDraft } from './application-draft.ts';
import { feesOf } from './fees.ts';
import { requiredDocuments } from './required-documents.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** What one sample case would pay, be asked for and be told, under one version. */
export interface CaseOutcome {
  readonly fees: Readonly<Record<string, number>>;
  readonly papers: readonly string[];
  readonly findings: readonly string[];
}

export interface CaseChange {
  readonly sample: string;
  readonly before: CaseOutcome;
  readonly after: CaseOutcome;
}

/** Sample cases whose outcome differs between two versions, replayed as if filed on `today`. */
export function simulateVersion(
  versions: { before: ServiceDefinition; after: ServiceDefinition },
  samples: Readonly<Record<string, ApplicationDraft>>,
  today: CalendarDate,
): readonly CaseChange[] {
  return Object.entries(samples)
    .filter(([, draft]) => draft.serviceCode === versions.after.code)
    .map(([sample, draft]) => ({
      sample,
      before: outcomeOf(versions.before, draft, today),
      after: outcomeOf(versions.after, draft, today),
    }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

function outcomeOf(service: ServiceDefinition, draft: ApplicationDraft, today: CalendarDate): CaseOutcome {
  return {
    fees: Object.fromEntries(feesOf(service, draft).map(({ code, satang }) => [code, satang])),
    papers: requiredDocuments(service, draft)
      .filter(({ strength }) => strength !== 'optional')
      .map(({ key }) => key),
    findings: precheckDraft({ service, draft, today, holidays: holidayDates() }).map(
      ({ code, field }) => `${code}${field ? ` at ${field}` : ''}`,
    ),
  };
}

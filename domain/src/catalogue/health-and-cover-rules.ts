import type { ApplicationDraft } from './application-draft.ts';
import { holds } from './condition.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** Greatest age in days of the medical certificate, as the demand for it says; undefined where none is known. */
export function healthMaxDays({ documents }: Pick<ServiceDefinition, 'documents'>): number | undefined {
  const demand = Object.values(documents).find(({ anyOf }) => anyOf.includes('medical-certificate'));
  return demand?.maxAgeDays?.value;
}

/** How many months an insurance must run for this draft: the longest of the rules that hold; undefined where none does. */
export function coverMonths(
  { cover = {} }: Pick<ServiceDefinition, 'cover'>,
  draft: ApplicationDraft,
): number | undefined {
  const months = Object.values(cover)
    .filter(({ when }) => !when || holds(when, draft))
    .map((rule) => rule.months.value);
  return months.length > 0 ? Math.max(...months) : undefined;
}

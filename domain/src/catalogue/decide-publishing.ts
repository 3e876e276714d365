import type { CalendarDate } from '../calendar/calendar-date.ts';
import { allow, refuse, type Decision } from '../refusal.ts';
import { checkCatalogue } from './check-catalogue.ts';
import type { ServiceDefinition } from './service-definition.ts';

export type PublishingRefusal = 'same-person-publishes' | 'version-not-sound' | 'version-begins-in-the-past';

/** A version is published by another person than the one who prepared it, sound, and for a day to come. */
export function decidePublishing(
  version: ServiceDefinition,
  publishing: {
    readonly preparedBy: string;
    readonly publishedBy: string;
    readonly today: CalendarDate;
    /** Every version in the catalogue now. */
    readonly versions: readonly ServiceDefinition[];
  },
): Decision<PublishingRefusal> {
  if (publishing.preparedBy === publishing.publishedBy) return refuse('same-person-publishes');
  if (version.effectiveFrom <= publishing.today) return refuse('version-begins-in-the-past');
  const { faults } = checkCatalogue([...publishing.versions, version]);
  return faults.length > 0 ? refuse('version-not-sound') : allow();
}

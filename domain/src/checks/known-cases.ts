import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Names } from '../catalogue/application-draft.ts';
import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import type { EndedBy, PreviousPermitSource } from '../catalogue/previous-permit.ts';
import type { BirthDate } from '../people/birth-date.ts';

/** A person as other records know one; anything may be absent. */
export interface KnownPerson {
  readonly names?: Names | undefined;
  readonly birth?: BirthDate | undefined;
  readonly sex?: 'male' | 'female' | undefined;
  readonly nationality?: string | undefined;
  readonly travelDocumentNumber?: string | undefined;
  readonly nonThaiId?: string | undefined;
}

/** A request that is not decided yet. */
export interface OpenRequest {
  readonly applicationNo: string;
  readonly serviceCode: string;
  readonly family: ServiceDefinition['family'];
  readonly person: KnownPerson;
}

/** What the permit in force says. */
export interface LastPermit {
  readonly number: string;
  readonly person: KnownPerson;
  readonly occupation?: string | undefined;
  readonly expires?: CalendarDate | undefined;
  /** Where the record says that an act ended it. */
  readonly ended?: EndedBy | undefined;
  readonly source: Exclude<PreviousPermitSource, 'typed'>;
  /** Number of renewals already made under the same grant. */
  readonly renewals?: number | undefined;
}

/** What became of looking up the number of an old permit. */
export interface OldPermitSearch {
  /** `ours`: issued by this system; `imported`: in an old register that was imported. */
  readonly answer: 'ours' | 'imported' | 'not-found';
  /** How many imported registers were asked. */
  readonly registers: number;
}

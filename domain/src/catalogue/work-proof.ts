import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { WorkerText } from '../texts/text.ts';
import type { Certainty } from './figure.ts';
import type { PreviousPermit, PreviousPermitSource } from './previous-permit.ts';
import type { ServiceDefinition } from './service-definition.ts';

/** What is known of a case on the day of asking. */
export interface WorkFacts {
  /** The day that counts as that of filing. */
  readonly filedOn?: CalendarDate | undefined;
  readonly applicationFeePaidOn?: CalendarDate | undefined;
  readonly grantedOn?: CalendarDate | undefined;
  readonly previous?: PreviousPermit | undefined;
  /** False once the case was withdrawn, expired, closed or finally refused. */
  readonly pending: boolean;
  /** Refused, and the refusal is appealed. */
  readonly underAppeal?: boolean;
}

export interface WorkProof {
  readonly since: CalendarDate;
  readonly text: WorkerText;
  readonly certainty: Certainty;
  readonly source: string;
  /** By whose word of the permit before it was judged; absent where it was not asked. */
  readonly judgedBy?: PreviousPermitSource | undefined;
}

/**
 * From when the case lets its worker work, with the words of the paper; undefined where it does not. Payment by
 * itself gives nothing: the moment is data of service and round (domain notes, part C, 3).
 */
export function workProofOf(service: ServiceDefinition, facts: WorkFacts): WorkProof | undefined {
  const goesOn = facts.pending && (!facts.underAppeal || service.workProof.whileAppealed?.value === true);
  const since = goesOn ? SINCE[service.workProof.from](facts) : undefined;
  const { text, certainty, source } = service.workProof;
  const asked = service.workProof.from === 'filed-before-expiry' && facts.previous;
  return since && { since, text, certainty, source, ...(asked ? { judgedBy: asked.source } : {}) };
}

const SINCE: Record<ServiceDefinition['workProof']['from'], (facts: WorkFacts) => CalendarDate | undefined> =
  {
    never: () => undefined,
    'application-fee-paid': ({ applicationFeePaidOn }) => applicationFeePaidOn,
    // Section 67: filed before expiry, and not a day later. A permit that an act ended goes on for nobody, until the
    // new one is granted: then it is no longer asked, for the new one replaces it.
    'filed-before-expiry': ({ filedOn, previous, grantedOn }) => {
      if (!filedOn || !previous?.expires || (previous.ended && !grantedOn)) return undefined;
      return filedOn <= previous.expires ? filedOn : undefined;
    },
    granted: ({ grantedOn }) => grantedOn,
  };

import { CERTAIN, UNCERTAIN } from './figure.ts';
import type { ApplicantKind } from './parties.ts';
import { EMPLOYER_KINDS } from './parties.ts';
import type { ServiceDefinition } from './service-definition.ts';

type Applicants = ServiceDefinition['applicants'];

/** Who the table of part A names for a service; agents act for those whom they represent [O, roles 2.3]. */
export function applicantsOf(...kinds: readonly ApplicantKind[]): Applicants {
  return kinds.map((kind) => ({
    kind,
    ...(kind === 'organisation'
      ? UNCERTAIN(
          'agencies and foundations are an account kind (65 users after two days, S7); their services are not listed',
        )
      : CERTAIN('portal roles, notes 2.3 [O, P S7]; service table part A')),
  }));
}

/** All ten; a service with fewer would name the law. */
export const ALL_EMPLOYER_KINDS: ServiceDefinition['employerKinds'] = [...EMPLOYER_KINDS];

/** Assistant registrar considers, registrar decides: two levels on the portal [O]. */
export const TWO_LEVELS: ServiceDefinition['decides'] = {
  considers: 'assistant-registrar',
  decides: 'registrar',
  ...CERTAIN('two levels of review on the portal, notes 1.1 [O]'),
};

/** A notice is received, not decided. */
export const RECEIVED: ServiceDefinition['decides'] = {
  considers: 'nobody',
  decides: 'receives',
  ...CERTAIN('notices are received; s.5/1 binds the State to acknowledge [P S1]'),
};

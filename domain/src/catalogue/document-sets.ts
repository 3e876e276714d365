import type { Condition } from './condition.ts';
import { ASSUMED, CERTAIN, UNCERTAIN } from './figure.ts';
import type { DocumentRule } from './service-definition.ts';

type Documents = Record<string, DocumentRule>;

const BY_AGENT: Condition = { field: 'filerKind', in: ['agent', 'importer', 'organisation'] };
const PORTAL = CERTAIN('MOU renewal list on the portal, notes 2.5 [O]');
const PAPERS_BY_KIND = ASSUMED('papers depend on the employer kind [O]; the list itself was not found');

function employerPaper(
  anyOf: DocumentRule['anyOf'],
  kinds: readonly string[],
  sourced = PAPERS_BY_KIND,
): DocumentRule {
  return {
    anyOf,
    strength: 'expected',
    from: 'employer',
    when: { field: 'employer.kind', in: [...kinds] },
    ...sourced,
  };
}

/** A paper that bears a last day by its nature; that an old one is not taken is our reading. */
const RUNS_OUT: Pick<DocumentRule, 'runsOut'> = {
  runsOut: { value: true, ...ASSUMED('the paper bears a last day; that it must not be over is our reading') },
};

const COMPANY = UNCERTAIN('company registration and signatory ID, press on the Dec 2026 round [B1]');

/** No limit for the medical certificate was found outside of skilled work: an old one is told after a year. */
export const HEALTH_LIMIT_NOT_KNOWN: NonNullable<DocumentRule['maxAgeDays']> = {
  value: 365,
  ...ASSUMED('no limit is known for this service; that a year is old is our proposal'),
};

/** The employer's own papers by its kind; checked once in the dossier, cited by every case. */
export const EMPLOYER_PAPERS: Documents = {
  'employer-person': employerPaper(['employer-id'], ['thai-person']),
  'employer-company': employerPaper(
    ['company-registration'],
    ['thai-company', 'foreign-company-here'],
    COMPANY,
  ),
  'employer-signatory': employerPaper(
    ['signatory-id'],
    [
      'thai-company',
      'private-school',
      'private-university',
      'foundation',
      'foreign-company-here',
      'foreign-film',
    ],
    COMPANY,
  ),
  'employer-school': employerPaper(['school-licence'], ['private-school']),
  'employer-university': employerPaper(['university-licence'], ['private-university']),
  'employer-state': employerPaper(['agency-order'], ['state-body']),
  'employer-foundation': employerPaper(['foundation-registration'], ['foundation']),
  'employer-film': { ...employerPaper(['film-permit'], ['foreign-film']), ...RUNS_OUT },
  'employer-foreigner': { ...employerPaper(['employer-passport'], ['foreign-person']), ...RUNS_OUT },
  'employer-foreigner-permit': {
    ...employerPaper(['employer-work-permit'], ['foreign-person']),
    ...RUNS_OUT,
  },
  'employer-abroad': employerPaper(['foreign-registration'], ['foreign-company-abroad']),
  'employer-foreign-business': {
    ...employerPaper(['foreign-business-licence'], ['foreign-company-here']),
    ...RUNS_OUT,
  },
};

/** Power of attorney with stamp duty and both identity cards, where an agent files [O]. */
export const ATTORNEY_PAPERS: Documents = {
  'power-of-attorney': {
    anyOf: ['power-of-attorney'],
    strength: 'expected',
    from: 'agent',
    when: BY_AGENT,
    ...PORTAL,
  },
  'grantor-id': { anyOf: ['grantor-id'], strength: 'expected', from: 'agent', when: BY_AGENT, ...PORTAL },
  'attorney-id': { anyOf: ['attorney-id'], strength: 'expected', from: 'agent', when: BY_AGENT, ...PORTAL },
};

/** One of the identity papers that the portal accepts [O]. */
export const IDENTITY_PAPER: Documents = {
  identity: {
    anyOf: ['passport', 'travel-document-substitute', 'alien-and-residence-book'],
    strength: 'expected',
    from: 'worker',
    ...RUNS_OUT,
    ...PORTAL,
  },
};

export const PHOTO: Documents = {
  photo: {
    anyOf: ['photo'],
    strength: 'expected',
    from: 'worker',
    imageOnly: true,
    maxAgeDays: { value: 183, ...UNCERTAIN('3x4 cm, not older than 6 months, notes part B') },
    ...PORTAL,
  },
};

export const OLD_PERMIT_PAPER: Documents = {
  'old-permit': { anyOf: ['old-permit'], strength: 'expected', from: 'worker', ...PORTAL },
};

import type { ApplicationDraft } from '@permit/domain/catalogue/application-draft.ts';

/** Kinds of employer that are people: their names are sealed like a worker's (decisions.md 4). */
const NATURAL_PERSONS = new Set(['thai-person', 'foreign-person']);

/** What may be read without a key: companies, places, work. */
export interface CaseFacts {
  readonly employerName?: string;
  readonly nationality?: string;
  readonly occupation?: string;
  readonly provinceCode?: string;
}

/** The readable facts of a draft. */
export function caseFactsOf(draft: ApplicationDraft): CaseFacts {
  const employer = draft.employer;
  const company =
    employer?.kind && !NATURAL_PERSONS.has(employer.kind)
      ? (employer.nameThai ?? employer.nameLatin)
      : undefined;
  const provinceCode = draft.workplaces?.[0]?.province ?? employer?.address?.province;
  return {
    ...(company ? { employerName: company } : {}),
    ...(draft.worker?.nationality ? { nationality: draft.worker.nationality } : {}),
    ...(draft.job?.occupation ? { occupation: draft.job.occupation } : {}),
    ...(provinceCode ? { provinceCode } : {}),
  };
}

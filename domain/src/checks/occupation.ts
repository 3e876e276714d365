import { listedOccupations, type OccupationListNumber } from '../catalogue/occupation-lists.ts';
import type { CheckContext } from './check.ts';
import { defineCheck } from './check.ts';
import { OCCUPATION_TEXTS } from './texts/occupation-texts.ts';

const CODES = {
  1: 'occupation-closed',
  2: 'occupation-needs-treaty',
  3: 'occupation-needs-employment',
  4: 'occupation-needs-mou',
} as const satisfies Record<OccupationListNumber, string>;

/**
 * The four lists of s.7. List 1 warns always; lists 2 to 4 only where their condition is not met. Never a block:
 * the filer gives a reason and the officer sees it (work-permit.md part B).
 */
export const occupation = defineCheck({
  name: 'occupation',
  findings: {
    'occupation-closed': { severity: 'warn', text: OCCUPATION_TEXTS.closed },
    'occupation-needs-treaty': { severity: 'warn', text: OCCUPATION_TEXTS.treaty },
    'occupation-needs-employment': { severity: 'warn', text: OCCUPATION_TEXTS.employment },
    'occupation-needs-mou': { severity: 'warn', text: OCCUPATION_TEXTS.mou },
  },
  run(context, tell) {
    return listedOccupations(context.draft.job?.occupation ?? '')
      .filter(({ list }) => !MEETS[list](context))
      .map(({ list, name }) => tell(CODES[list], 'job.occupation', { occupation: name, list }));
  },
});

const MEETS: Record<OccupationListNumber, (context: CheckContext) => boolean> = {
  1: () => false,
  2: ({ draft }) => draft.job?.underTreaty === true,
  3: ({ draft }) => draft.job?.asEmployee === true,
  // How the person entered is known only where the service says so: skilled entry under s.59 is surely no MOU.
  4: ({ draft, service }) => draft.job?.asEmployee === true && service.section !== '59',
};

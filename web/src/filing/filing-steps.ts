import type { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import type { Draft } from './draft.ts';
import { fieldsOf, type AskedField, type Service } from './service.ts';

type TitleKey = keyof typeof portalTexts.texts;

interface StepRule {
  readonly name: string;
  readonly title: TitleKey;
  readonly takes: (path: string) => boolean;
}

const starts =
  (...prefixes: readonly string[]) =>
  (path: string): boolean =>
    prefixes.some((prefix) => path.startsWith(prefix));

/** One thing per page, in the order in which a person has the papers at hand. The last takes what is left. */
const STEPS: readonly StepRule[] = [
  { name: 'name', title: 'stepName', takes: starts('worker.names.', 'worker.sex') },
  { name: 'birth', title: 'stepBirth', takes: starts('worker.birth') },
  { name: 'person', title: 'stepPerson', takes: starts('worker.') },
  { name: 'passport', title: 'stepPassport', takes: starts('travelDocument.') },
  { name: 'visa', title: 'stepVisa', takes: starts('visa.') },
  { name: 'old-permit', title: 'stepOldPermit', takes: starts('oldPermit.', 'answers.oldNumber') },
  { name: 'employer', title: 'stepEmployer', takes: starts('employer.', 'previousEmployer.') },
  { name: 'work', title: 'stepWork', takes: starts('job.', 'workplaces.') },
  { name: 'period', title: 'stepPeriod', takes: starts('period.') },
  { name: 'health', title: 'stepHealth', takes: starts('health.', 'cover.') },
  { name: 'other', title: 'stepOther', takes: () => true },
];

export interface FilingStep {
  readonly name: string;
  readonly title: TitleKey;
  /** Empty for the pages of papers and of checking. */
  readonly fields: readonly AskedField[];
}

/** The pages of a service for this draft: only those that ask something, then the papers, then the check. */
export function stepsOf(service: Service, draft: Draft): readonly FilingStep[] {
  const fields = fieldsOf(service, draft);
  const pages = STEPS.map((step) => ({
    name: step.name,
    title: step.title,
    fields: fields.filter(({ path }) => STEPS.find(({ takes }) => takes(path)) === step),
  }));
  return [
    ...pages.filter((page) => page.fields.length > 0),
    { name: 'documents', title: 'stepDocuments', fields: [] },
    { name: 'check', title: 'stepCheck', fields: [] },
  ];
}

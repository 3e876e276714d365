import { defineMachine } from './machine.ts';

/** The life of an application, from draft to completed (work-permit.md part C in the names of decisions.md 2). */
export const applicationMachine = defineMachine({
  name: 'application',
  initial: ['draft'],
  states: {
    draft: { owner: 'filer', clock: 'draft-kept', remedy: 'remind-filer-then-delete-draft' },
    'awaiting-payment': { owner: 'filer', clock: 'application-fee-due', remedy: 'expire' },
    'in-document-check': {
      owner: 'document-checker',
      clock: 'document-check',
      remedy: 'list-for-supervisor',
    },
    'needs-documents': { owner: 'filer', clock: 'answer-due', remedy: 'close-unanswered' },
    'with-assistant-registrar': {
      owner: 'assistant-registrar',
      clock: 'consideration',
      remedy: 'list-for-head-of-office',
    },
    'with-registrar': { owner: 'registrar', clock: 'decision', remedy: 'list-for-head-of-office' },
    'awaiting-permit-fee': { owner: 'filer', clock: 'permit-fee-due', remedy: 'remind-filer-then-expire' },
    granted: { owner: 'clerk', clock: 'visit-due', remedy: 'remind-filer-and-list-uncollected' },
    completed: { final: true },
    // Stands for ever unless appealed in time; an upheld refusal comes back here and has no second appeal.
    refused: { owner: 'filer', clock: 'appeal-period', remedy: 'let-refusal-stand' },
    'under-appeal': { owner: 'minister', clock: 'appeal-decision', remedy: 'list-for-director-general' },
    withdrawn: { final: true },
    expired: { final: true },
    'closed-unanswered': { final: true },
  },
  transitions: [
    { from: 'draft', to: 'awaiting-payment', act: 'submitApplication', by: ['filer', 'clerk'] },
    { from: 'draft', to: 'in-document-check', act: 'submitApplication', by: ['filer', 'clerk'] },
    { from: 'draft', to: 'withdrawn', act: 'withdrawApplication', by: ['filer', 'system'] },
    { from: 'awaiting-payment', to: 'in-document-check', act: 'bankCallback', by: ['bank', 'system'] },
    { from: 'awaiting-payment', to: 'expired', act: 'expireApplication', by: ['system'] },
    { from: 'awaiting-payment', to: 'withdrawn', act: 'withdrawApplication', by: ['filer'] },
    {
      from: 'in-document-check',
      to: 'with-assistant-registrar',
      act: 'checkDocuments',
      by: ['document-checker'],
    },
    { from: 'in-document-check', to: 'needs-documents', act: 'checkDocuments', by: ['document-checker'] },
    { from: 'in-document-check', to: 'withdrawn', act: 'withdrawApplication', by: ['filer'] },
    { from: 'needs-documents', to: 'in-document-check', act: 'answerRequest', by: ['filer', 'clerk'] },
    { from: 'needs-documents', to: 'closed-unanswered', act: 'closeUnanswered', by: ['system'] },
    { from: 'needs-documents', to: 'withdrawn', act: 'withdrawApplication', by: ['filer'] },
    {
      from: 'with-assistant-registrar',
      to: 'with-registrar',
      act: 'considerApplication',
      by: ['assistant-registrar'],
    },
    {
      from: 'with-assistant-registrar',
      to: 'needs-documents',
      act: 'considerApplication',
      by: ['assistant-registrar'],
    },
    { from: 'with-assistant-registrar', to: 'withdrawn', act: 'withdrawApplication', by: ['filer'] },
    { from: 'with-registrar', to: 'awaiting-permit-fee', act: 'grantApplication', by: ['registrar'] },
    { from: 'with-registrar', to: 'granted', act: 'grantApplication', by: ['registrar'] },
    { from: 'with-registrar', to: 'refused', act: 'refuseApplication', by: ['registrar'] },
    { from: 'with-registrar', to: 'needs-documents', act: 'returnApplication', by: ['registrar'] },
    { from: 'with-registrar', to: 'withdrawn', act: 'withdrawApplication', by: ['filer'] },
    { from: 'awaiting-permit-fee', to: 'granted', act: 'bankCallback', by: ['bank', 'system'] },
    { from: 'awaiting-permit-fee', to: 'expired', act: 'expireApplication', by: ['system'] },
    { from: 'granted', to: 'completed', act: 'handOverCard', by: ['clerk', 'system'] },
    { from: 'granted', to: 'expired', act: 'expireApplication', by: ['system'] },
    { from: 'refused', to: 'under-appeal', act: 'fileAppeal', by: ['filer'] },
    { from: 'under-appeal', to: 'refused', act: 'decideAppeal', by: ['minister'] },
    { from: 'under-appeal', to: 'awaiting-permit-fee', act: 'decideAppeal', by: ['minister'] },
    // Where the permit costs nothing.
    { from: 'under-appeal', to: 'granted', act: 'decideAppeal', by: ['minister'] },
  ],
});

export type ApplicationState = keyof typeof applicationMachine.states;

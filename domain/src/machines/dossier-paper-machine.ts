import { defineMachine } from './machine.ts';

/**
 * A paper of an employer's dossier: uploaded once, checked once, cited by every case until its last day. That the day
 * has passed is no move: it is read from the date, so that nothing has to run at midnight for it to count.
 */
export const dossierPaperMachine = defineMachine({
  name: 'dossier-paper',
  initial: ['to-check'],
  states: {
    'to-check': { owner: 'document-checker', clock: 'dossier-check', remedy: 'list-for-centre-supervisor' },
    checked: { owner: 'filer', clock: 'dossier-last-day', remedy: 'asked-for-again-by-the-next-draft' },
    returned: { final: true },
    replaced: { final: true },
    removed: { final: true },
  },
  transitions: [
    {
      from: 'to-check',
      to: 'checked',
      act: 'checkDossierPaper',
      by: ['document-checker', 'assistant-registrar', 'registrar'],
    },
    {
      from: 'to-check',
      to: 'returned',
      act: 'checkDossierPaper',
      by: ['document-checker', 'assistant-registrar', 'registrar'],
    },
    { from: 'to-check', to: 'replaced', act: 'addDossierPaper', by: ['filer'] },
    { from: 'checked', to: 'replaced', act: 'checkDossierPaper', by: ['system'] },
    { from: 'to-check', to: 'removed', act: 'removeDossierPaper', by: ['filer'] },
    { from: 'checked', to: 'removed', act: 'removeDossierPaper', by: ['filer'] },
  ],
});

export type DossierPaperState = keyof typeof dossierPaperMachine.states;

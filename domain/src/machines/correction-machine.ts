import { defineMachine } from './machine.ts';

/** A correction of what a permit says: asked with evidence, decided by the registrar as a new revision. */
export const correctionMachine = defineMachine({
  name: 'correction',
  initial: ['asked'],
  states: {
    asked: { owner: 'registrar', clock: 'correction-decision', remedy: 'list-for-head-of-office' },
    granted: { final: true },
    refused: { final: true },
    withdrawn: { final: true },
  },
  transitions: [
    { from: 'asked', to: 'granted', act: 'decideCorrection', by: ['registrar'] },
    { from: 'asked', to: 'refused', act: 'decideCorrection', by: ['registrar'] },
    { from: 'asked', to: 'withdrawn', act: 'withdrawCorrection', by: ['filer', 'system'] },
  ],
});

export type CorrectionState = keyof typeof correctionMachine.states;

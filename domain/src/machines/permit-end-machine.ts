import { defineMachine } from './machine.ts';

/** A holder's or an employer's request to end a permit; the registrar grants it by an order, or refuses it. */
export const permitEndMachine = defineMachine({
  name: 'permit-end',
  initial: ['asked'],
  states: {
    asked: { owner: 'registrar', clock: 'decision', remedy: 'list-for-head-of-office' },
    granted: { final: true },
    refused: { final: true },
    withdrawn: { final: true },
  },
  transitions: [
    { from: 'asked', to: 'granted', act: 'decidePermitEnd', by: ['registrar'] },
    { from: 'asked', to: 'refused', act: 'decidePermitEnd', by: ['registrar'] },
    { from: 'asked', to: 'withdrawn', act: 'withdrawPermitEnd', by: ['filer'] },
  ],
});

export type PermitEndState = keyof typeof permitEndMachine.states;

import { defineMachine } from './machine.ts';

/**
 * An order that ends a permit. It stands from its day; an appeal may set it aside, and the permit lives again. Whether
 * an appeal suspends it meanwhile was not found, so it does not.
 */
export const permitOrderMachine = defineMachine({
  name: 'permit-order',
  initial: ['issued'],
  states: {
    // Received late, an appeal is still received: whoever decides it says whether to hear it.
    issued: { owner: 'filer', clock: 'appeal-period', remedy: 'let-order-stand' },
    'under-appeal': { owner: 'minister', clock: 'appeal-decision', remedy: 'list-for-director-general' },
    upheld: { final: true },
    'set-aside': { final: true },
  },
  transitions: [
    { from: 'issued', to: 'under-appeal', act: 'fileAppeal', by: ['filer'] },
    { from: 'under-appeal', to: 'upheld', act: 'decideAppeal', by: ['minister'] },
    { from: 'under-appeal', to: 'set-aside', act: 'decideAppeal', by: ['minister'] },
  ],
});

export type PermitOrderState = keyof typeof permitOrderMachine.states;

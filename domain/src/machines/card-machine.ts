import { defineMachine } from './machine.ts';

/** A finished card, from the shelf to the hand. */
export const cardMachine = defineMachine({
  name: 'card',
  initial: ['ready'],
  states: {
    ready: { owner: 'clerk', clock: 'collection', remedy: 'list-uncollected' },
    'in-transit': { owner: 'clerk', clock: 'transit', remedy: 'list-for-supervisor' },
    'handed-over': { final: true },
    returned: { owner: 'clerk', clock: 'returned-card', remedy: 'list-for-supervisor' },
    void: { owner: 'clerk', clock: 'destruction', remedy: 'list-for-supervisor' },
    destroyed: { final: true },
  },
  transitions: [
    { from: 'ready', to: 'in-transit', act: 'shipCards', by: ['clerk'] },
    { from: 'in-transit', to: 'ready', act: 'receiveShipment', by: ['clerk'] },
    { from: 'ready', to: 'handed-over', act: 'handOverCard', by: ['clerk'] },
    { from: 'ready', to: 'returned', act: 'returnCard', by: ['clerk'] },
    { from: 'ready', to: 'void', act: 'voidCard', by: ['clerk', 'system'] },
    { from: 'returned', to: 'ready', act: 'restoreCard', by: ['clerk'] },
    { from: 'returned', to: 'void', act: 'voidCard', by: ['clerk'] },
    { from: 'void', to: 'destroyed', act: 'destroyStock', by: ['clerk'] },
  ],
});

export type CardState = keyof typeof cardMachine.states;

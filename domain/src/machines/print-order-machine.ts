import { defineMachine } from './machine.ts';

/**
 * A print order. `sending` is written before the first byte goes to the printer; whatever is found in it after
 * a crash becomes `unknown`, and a person looks at the hopper (promises.md, Print).
 */
export const printOrderMachine = defineMachine({
  name: 'print-order',
  initial: ['queued'],
  states: {
    queued: { owner: 'print-worker', clock: 'rendering', remedy: 'list-for-operations' },
    rendered: { owner: 'print-host', clock: 'printing', remedy: 'list-for-supervisor' },
    reserved: { owner: 'print-host', clock: 'print-lease', remedy: 'release-serial-and-offer-again' },
    sending: { owner: 'print-host', clock: 'print-lease', remedy: 'becomes-unknown' },
    unknown: { owner: 'clerk', clock: 'look-at-the-hopper', remedy: 'list-for-supervisor' },
    printed: { owner: 'print-host', clock: 'quality-check', remedy: 'list-for-supervisor' },
    passed: { final: true },
    spoiled: { final: true },
    cancelled: { final: true },
  },
  transitions: [
    { from: 'queued', to: 'rendered', act: 'storeRendering', by: ['print-worker'] },
    { from: 'queued', to: 'cancelled', act: 'cancelPrint', by: ['system', 'clerk'] },
    { from: 'rendered', to: 'reserved', act: 'startPrint', by: ['print-host'] },
    { from: 'rendered', to: 'cancelled', act: 'cancelPrint', by: ['system', 'clerk'] },
    { from: 'reserved', to: 'sending', act: 'startPrint', by: ['print-host'] },
    { from: 'reserved', to: 'rendered', act: 'releaseReservation', by: ['system', 'print-host'] },
    { from: 'sending', to: 'printed', act: 'confirmPrint', by: ['print-host'] },
    { from: 'sending', to: 'unknown', act: 'confirmPrint', by: ['print-host', 'system'] },
    { from: 'sending', to: 'spoiled', act: 'spoilCard', by: ['clerk'] },
    { from: 'unknown', to: 'printed', act: 'resolveUnknown', by: ['clerk'] },
    { from: 'unknown', to: 'spoiled', act: 'resolveUnknown', by: ['clerk'] },
    { from: 'printed', to: 'passed', act: 'passCard', by: ['print-host', 'clerk'] },
    { from: 'printed', to: 'spoiled', act: 'spoilCard', by: ['clerk'] },
  ],
});

export type PrintOrderState = keyof typeof printOrderMachine.states;

import { defineMachine } from './machine.ts';

/** A refund is asked for, decided by one officer of the Department, and paid out by another. */
export const refundMachine = defineMachine({
  name: 'refund',
  initial: ['requested'],
  states: {
    requested: { owner: 'finance-officer', clock: 'decision', remedy: 'list-for-head-of-office' },
    approved: { owner: 'finance-officer', clock: 'pay-out', remedy: 'list-for-head-of-office' },
    refused: { final: true },
    'paid-out': { final: true },
  },
  transitions: [
    { from: 'requested', to: 'approved', act: 'decideRefund', by: ['finance-officer'] },
    { from: 'requested', to: 'refused', act: 'decideRefund', by: ['finance-officer'] },
    { from: 'approved', to: 'paid-out', act: 'payOutRefund', by: ['finance-officer'] },
  ],
});

export type RefundState = keyof typeof refundMachine.states;

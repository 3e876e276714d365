import { defineMachine } from './machine.ts';

/** One message to one person (e-mail or SMS): the delivery log. `failed` waits for its next try. */
export const messageMachine = defineMachine({
  name: 'message',
  // Born given up where the recipient has no confirmed address: the log says so, nobody wonders.
  initial: ['queued', 'given-up'],
  states: {
    queued: { owner: 'system', clock: 'message-delivery', remedy: 'give-up-and-list' },
    failed: { owner: 'system', clock: 'message-delivery', remedy: 'give-up-and-list' },
    sent: { final: true },
    'given-up': { final: true },
  },
  transitions: [
    { from: 'queued', to: 'sent', act: 'deliverMessage', by: ['system'] },
    { from: 'queued', to: 'failed', act: 'deliverMessage', by: ['system'] },
    { from: 'queued', to: 'given-up', act: 'deliverMessage', by: ['system'] },
    { from: 'failed', to: 'sent', act: 'deliverMessage', by: ['system'] },
    { from: 'failed', to: 'given-up', act: 'deliverMessage', by: ['system'] },
  ],
});

export type MessageState = keyof typeof messageMachine.states;

import { defineMachine } from './machine.ts';

/** A notice (hire, exit, delivery …) is received at once: the instant receipt discharges s.5/1 paragraph 2. */
export const noticeMachine = defineMachine({
  name: 'notice',
  initial: ['received'],
  states: {
    received: { owner: 'assistant-registrar', clock: 'acknowledgement', remedy: 'list-for-head-of-office' },
    acknowledged: { final: true },
    'correction-asked': { owner: 'filer', clock: 'answer-due', remedy: 'list-for-assistant-registrar' },
  },
  transitions: [
    {
      from: 'received',
      to: 'acknowledged',
      act: 'acknowledgeNotice',
      by: ['assistant-registrar', 'registrar'],
    },
    {
      from: 'received',
      to: 'correction-asked',
      act: 'askCorrection',
      by: ['assistant-registrar', 'registrar'],
    },
    { from: 'correction-asked', to: 'received', act: 'answerCorrection', by: ['filer'] },
  ],
});

export type NoticeState = keyof typeof noticeMachine.states;

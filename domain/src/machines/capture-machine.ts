import { defineMachine } from './machine.ts';

/** A capture: open at the station, sealed there, then judged by the server and, in doubt, by an officer. */
export const captureMachine = defineMachine({
  name: 'capture',
  initial: ['open', 'received'],
  states: {
    open: { owner: 'station', clock: 'visit-length', remedy: 'list-for-supervisor' },
    sealed: { owner: 'station', clock: 'upload-due', remedy: 'list-station-for-supervisor' },
    received: { owner: 'system', clock: 'opening', remedy: 'list-for-operations' },
    searching: { owner: 'system', clock: 'search', remedy: 'list-for-operations' },
    held: { owner: 'registrar', clock: 'adjudication', remedy: 'list-for-head-of-office' },
    cleared: { final: true },
    rejected: { final: true },
  },
  transitions: [
    { from: 'open', to: 'sealed', act: 'sealPacket', by: ['station'] },
    { from: 'open', to: 'rejected', act: 'abandonCapture', by: ['station', 'system'] },
    { from: 'sealed', to: 'received', act: 'uploadPacket', by: ['station'] },
    { from: 'received', to: 'searching', act: 'openPacket', by: ['system'] },
    { from: 'received', to: 'rejected', act: 'openPacket', by: ['system'] },
    { from: 'searching', to: 'cleared', act: 'searchPerson', by: ['system'] },
    { from: 'searching', to: 'held', act: 'searchPerson', by: ['system'] },
    { from: 'searching', to: 'rejected', act: 'searchPerson', by: ['system'] },
    {
      from: 'held',
      to: 'cleared',
      act: 'adjudicateDuplicate',
      by: ['assistant-registrar', 'registrar'],
    },
    {
      from: 'held',
      to: 'rejected',
      act: 'adjudicateDuplicate',
      by: ['assistant-registrar', 'registrar'],
    },
  ],
});

export type CaptureState = keyof typeof captureMachine.states;

import { defineMachine } from './machine.ts';

/** A visit to a centre or a van: booked ahead, or a same-day walk-in that begins with its ticket. */
export const visitMachine = defineMachine({
  name: 'visit',
  initial: ['booked', 'ticketed'],
  states: {
    booked: { owner: 'filer', clock: 'band-start', remedy: 'mark-no-show-and-offer-new-slot' },
    ticketed: { owner: 'clerk', clock: 'waiting-today', remedy: 'list-for-supervisor' },
    'checked-in': { owner: 'clerk', clock: 'waiting-today', remedy: 'list-for-supervisor' },
    'in-progress': { owner: 'clerk', clock: 'visit-length', remedy: 'list-for-supervisor' },
    done: { final: true },
    'no-show': { owner: 'filer', clock: 'visit-due', remedy: 'remind-filer-and-list-uncollected' },
    cancelled: { final: true },
  },
  transitions: [
    { from: 'booked', to: 'ticketed', act: 'takeTicket', by: ['clerk', 'filer'] },
    { from: 'booked', to: 'checked-in', act: 'checkIn', by: ['clerk'] },
    { from: 'booked', to: 'cancelled', act: 'cancelAppointment', by: ['filer', 'clerk'] },
    { from: 'booked', to: 'no-show', act: 'closeDay', by: ['system'] },
    { from: 'ticketed', to: 'checked-in', act: 'checkIn', by: ['clerk'] },
    { from: 'ticketed', to: 'cancelled', act: 'cancelAppointment', by: ['filer', 'clerk'] },
    { from: 'ticketed', to: 'no-show', act: 'closeDay', by: ['system'] },
    { from: 'checked-in', to: 'in-progress', act: 'uploadPacket', by: ['station', 'system'] },
    { from: 'checked-in', to: 'cancelled', act: 'cancelAppointment', by: ['clerk'] },
    { from: 'checked-in', to: 'no-show', act: 'closeDay', by: ['system'] },
    { from: 'checked-in', to: 'done', act: 'handOverCard', by: ['clerk'] },
    { from: 'in-progress', to: 'done', act: 'handOverCard', by: ['clerk', 'system'] },
    { from: 'in-progress', to: 'cancelled', act: 'closeDay', by: ['system', 'clerk'] },
    { from: 'no-show', to: 'booked', act: 'bookAppointment', by: ['filer', 'clerk'] },
    { from: 'no-show', to: 'cancelled', act: 'cancelAppointment', by: ['filer', 'system'] },
  ],
});

export type VisitState = keyof typeof visitMachine.states;

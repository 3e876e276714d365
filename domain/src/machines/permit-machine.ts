import { defineMachine } from './machine.ts';

/** A permit; a date that has passed is not an illegal worker: `renewal-pending` may go on working (s.67). */
export const permitMachine = defineMachine({
  name: 'permit',
  initial: ['temporary', 'active'],
  states: {
    temporary: { owner: 'system', clock: 'card-hand-over', remedy: 'list-uncollected' },
    active: { owner: 'filer', clock: 'permit-end', remedy: 'expire' },
    'renewal-pending': { owner: 'system', clock: 'renewal-decision', remedy: 'follow-the-application' },
    expired: { owner: 'filer', clock: 'restoration', remedy: 'let-it-rest' },
    replaced: { final: true },
    // Ended by order: it lives again where an appeal sets the order aside.
    revoked: { owner: 'filer', clock: 'appeal-period', remedy: 'let-order-stand' },
    cancelled: { owner: 'filer', clock: 'appeal-period', remedy: 'let-order-stand' },
  },
  transitions: [
    { from: 'temporary', to: 'active', act: 'handOverCard', by: ['clerk', 'system'] },
    { from: 'temporary', to: 'expired', act: 'expirePermit', by: ['system'] },
    { from: 'temporary', to: 'revoked', act: 'revokePermit', by: ['registrar'] },
    { from: 'temporary', to: 'cancelled', act: 'decidePermitEnd', by: ['registrar'] },
    { from: 'active', to: 'renewal-pending', act: 'submitApplication', by: ['system'] },
    { from: 'active', to: 'expired', act: 'expirePermit', by: ['system'] },
    { from: 'active', to: 'replaced', act: 'handOverCard', by: ['clerk', 'system'] },
    { from: 'active', to: 'revoked', act: 'revokePermit', by: ['registrar'] },
    { from: 'active', to: 'cancelled', act: 'decidePermitEnd', by: ['registrar'] },
    // Paid on the last day, and the bank told of it after the clock.
    { from: 'expired', to: 'renewal-pending', act: 'submitApplication', by: ['system'] },
    { from: 'renewal-pending', to: 'active', act: 'endRenewal', by: ['system'] },
    { from: 'renewal-pending', to: 'expired', act: 'expirePermit', by: ['system'] },
    { from: 'renewal-pending', to: 'replaced', act: 'handOverCard', by: ['clerk', 'system'] },
    { from: 'renewal-pending', to: 'revoked', act: 'revokePermit', by: ['registrar'] },
    { from: 'expired', to: 'replaced', act: 'handOverCard', by: ['clerk', 'system'] },
    { from: 'renewal-pending', to: 'cancelled', act: 'decidePermitEnd', by: ['registrar'] },
    { from: 'revoked', to: 'temporary', act: 'decideAppeal', by: ['minister'] },
    { from: 'revoked', to: 'active', act: 'decideAppeal', by: ['minister'] },
    { from: 'revoked', to: 'expired', act: 'decideAppeal', by: ['minister'] },
    { from: 'revoked', to: 'replaced', act: 'decideAppeal', by: ['minister'] },
    { from: 'cancelled', to: 'temporary', act: 'decideAppeal', by: ['minister'] },
    { from: 'cancelled', to: 'active', act: 'decideAppeal', by: ['minister'] },
    { from: 'cancelled', to: 'expired', act: 'decideAppeal', by: ['minister'] },
    { from: 'cancelled', to: 'replaced', act: 'decideAppeal', by: ['minister'] },
  ],
});

export type PermitState = keyof typeof permitMachine.states;

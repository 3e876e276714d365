import { describe, expect, test } from '@jest/globals';
import { allMachines } from '../machines/all-machines.ts';
import type { VisitState } from '../machines/visit-machine.ts';
import type { ApplicationState } from '../machines/application-machine.ts';
import type { PermitState } from '../machines/permit-machine.ts';
import { ATTENTION_KINDS, ATTENTION_REACH, type AttentionKind } from './attention-reach.ts';
import { SELF_ENDING_STATES } from './remedies.ts';
import { PERMITS_THAT_END, VISIT_ENDS } from './self-ending.ts';
import { statesListedAs, WATCHED, type Watched, type WatchedMachine } from './waiting-states.ts';

const watched: Readonly<Record<string, Readonly<Record<string, Watched>>>> = WATCHED;

describe.each(allMachines.map((machine) => [machine.name, machine] as const))(
  'the %s machine',
  (name, machine) => {
    const waiting = Object.entries(machine.states).flatMap(([state, rule]) => (rule.final ? [] : [state]));

    test('has every state that waits watched, and no other', () => {
      expect(Object.keys(watched[name] ?? {}).sort()).toEqual([...waiting].sort());
    });

    test.each(waiting)(
      '%s is ended by a clock that runs, or stands on a list that somebody sees',
      (state) => {
        const by = watched[name]![state]!;
        if (by.by === 'list') expect(ATTENTION_REACH[by.kind].seenBy.length).toBeGreaterThan(0);
        if (by.by === 'clock') expect(ENDED_BY_CLOCK[name]?.(state)).toBe(true);
        if (by.by === 'case') expect(['visit', 'permit']).toContain(name);
        if (by.by === 'station') expect(name).toBe('capture');
      },
    );
  },
);

/** The rules by which software ends a wait; a machine without one cannot say `clock`. */
const ENDED_BY_CLOCK: Readonly<Record<string, (state: string) => boolean>> = {
  application: (state) => SELF_ENDING_STATES.includes(state as ApplicationState),
  visit: (state) => VISIT_ENDS[state as VisitState] !== undefined,
  permit: (state) => PERMITS_THAT_END.includes(state as PermitState),
  // server/src/print-orders/settle-ended-leases.ts: a lease that ended.
  'print-order': (state) => state === 'reserved' || state === 'sending',
};

test('every list is of some state, or of what is no state at all', () => {
  const machines = Object.keys(WATCHED) as WatchedMachine[];
  const noState: readonly AttentionKind[] = [
    'packet-set-aside',
    'payment-set-aside',
    'job-failed',
    // Final: what is listed is that it should not have ended.
    'ended-in-outage',
  ];
  const empty = ATTENTION_KINDS.filter(
    (kind) =>
      !noState.includes(kind) && machines.every((machine) => statesListedAs(machine, kind).length === 0),
  );
  expect(empty).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import { allMachines } from './all-machines.ts';
import { applicationMachine } from './application-machine.ts';
import { defineMachine, faultsOf, findTransition, movesOf } from './machine.ts';

describe.each(allMachines.map((machine) => [machine.name, machine] as const))(
  'the %s machine',
  (_, machine) => {
    test('has a way out of every waiting state, none out of a final one, and reaches all', () => {
      expect(faultsOf(machine)).toEqual([]);
    });

    test('names an owner, a clock and a remedy for every state that waits', () => {
      for (const rule of Object.values(machine.states)) {
        if (rule.final) continue;
        expect([rule.owner, rule.clock, rule.remedy].every((text) => text.length > 0)).toBe(true);
      }
    });

    test('allows each pair once', () => {
      const pairs = machine.transitions.map(({ from, to }) => `${from} → ${to}`);
      expect(new Set(pairs).size).toBe(pairs.length);
    });
  },
);

test('a table with a dead end, a leaky final state and an island is found out', () => {
  const broken = defineMachine<'a' | 'b' | 'c'>({
    name: 'broken',
    initial: ['a'],
    states: {
      a: { owner: 'system', clock: 'x', remedy: 'y' },
      b: { final: true },
      c: { owner: 'system', clock: 'x', remedy: 'y' },
    },
    transitions: [{ from: 'b', to: 'a', act: 'x', by: ['system'] }],
  });
  expect(faultsOf(broken)).toHaveLength(5);
});

test('contractor staff can neither grant nor refuse', () => {
  for (const contractor of ['document-checker', 'clerk', 'system'] as const) {
    const acts = movesOf(applicationMachine, 'with-registrar', contractor).map(({ act }) => act);
    expect(acts).not.toContain('grantApplication');
    expect(acts).not.toContain('refuseApplication');
  }
});

test('no path skips the assistant registrar', () => {
  expect(findTransition(applicationMachine, 'in-document-check', 'with-registrar')).toBeUndefined();
});

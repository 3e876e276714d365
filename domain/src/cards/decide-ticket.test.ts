import { describe, expect, test } from '@jest/globals';
import { decideTicket } from './decide-ticket.ts';
import { decideHandOver, HAND_OVER_POLICY, HAND_OVER_WAYS } from './hand-over-policy.ts';

const ready = { state: 'ready', isHere: true } as const;

describe('a ticket', () => {
  test('is given to a granted case, for either purpose', () => {
    for (const purpose of ['capture', 'collect'] as const)
      expect(decideTicket({ state: 'granted', purpose, cards: [] })).toEqual({ allowed: true });
  });

  test('is given to a completed case whose reprinted card lies here', () => {
    const cards = [{ state: 'handed-over', isHere: true } as const, ready];
    expect(decideTicket({ state: 'completed', purpose: 'collect', cards })).toEqual({ allowed: true });
  });

  test.each([
    ['completed', 'capture', [ready], 'no-card-ready'],
    ['completed', 'collect', [{ state: 'handed-over', isHere: true }], 'no-card-ready'],
    ['completed', 'collect', [{ state: 'ready', isHere: false }], 'card-elsewhere'],
    ['completed', 'collect', [{ state: 'in-transit', isHere: true }], 'card-elsewhere'],
    ['with-registrar', 'collect', [ready], 'not-granted-yet'],
  ] as const)('is refused to a %s case that comes to %s with %j: %s', (state, purpose, cards, code) => {
    expect(decideTicket({ state, purpose, cards })).toEqual({ allowed: false, code });
  });
});

test('somebody else and the post are off, marked uncertain, and refused until the data says otherwise', () => {
  const off = HAND_OVER_WAYS.filter((way) => !decideHandOver(way).allowed);
  expect(off).toEqual(['representative', 'post']);
  for (const way of off) expect(HAND_OVER_POLICY[way].certainty).toBe('uncertain');
  const on = { ...HAND_OVER_POLICY, post: { on: true } };
  expect(decideHandOver('post', on)).toEqual({ allowed: true });
});

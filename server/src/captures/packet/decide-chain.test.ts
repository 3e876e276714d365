import { expect, test } from '@jest/globals';
import { NO_PREVIOUS_HASH } from '@permit/domain/contract/packet.ts';
import { decideChain } from './decide-chain.ts';

const packet = (deviceCounter: number, previousHash = 'a', packetHash = 'b') => ({
  packetHash,
  manifest: { deviceCounter, previousHash },
});
const head = { counter: 4, packetHash: 'a' };

test('the first packet follows no other', () => {
  const start = { counter: 0, packetHash: NO_PREVIOUS_HASH };
  expect(decideChain(packet(1, NO_PREVIOUS_HASH), start, undefined)).toEqual({ place: 'next' });
});

test.each([
  ['the next one is taken', packet(5), undefined, { place: 'next' }],
  ['one too far ahead waits', packet(6), undefined, { place: 'later', code: 'counter-gap' }],
  ['a wrong link is refused', packet(5, 'x'), undefined, { place: 'refused', code: 'chain-broken' }],
  ['the same again is answered again', packet(4, 'z', 'a'), 'a', { place: 'again' }],
  ['another under a used counter is a fork', packet(3), 'c', { place: 'refused', code: 'fork' }],
  ['an old counter nobody has seen is a fork', packet(2), undefined, { place: 'refused', code: 'fork' }],
] as const)('%s', (_, incoming, known, decision) => {
  expect(decideChain(incoming, head, known)).toEqual(decision);
});

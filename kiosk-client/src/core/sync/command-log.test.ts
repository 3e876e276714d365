import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type CommandVerdict,
  type StationCommand,
  verdictText,
} from '@permit/domain/contract/station-sync.ts';
import { newPublicId } from '../ids.ts';
import { chainHolds, checkedVerdict, commandsToSend, nextCommand, openRefusals } from './command-log.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const device = { stationId: newPublicId(), key: privateKey };
const server = generateKeyPairSync('ed25519');

function commands(count: number): StationCommand[] {
  const made: StationCommand[] = [];
  for (let index = 0; index < count; index++) {
    const recorded = {
      name: 'checkIn',
      input: { visitId: newPublicId(), paperSeen: 'passport' },
      actor: newPublicId(),
      recordedAt: '2026-11-20T04:00:00.000Z',
      contractVersion: '1',
      catalogueVersion: '1',
    } as const;
    made.push(nextCommand(recorded, device, made.at(-1)));
  }
  return made;
}

function verdictOf(command: StationCommand, verdict: 'accepted' | 'refused' | 'later'): CommandVerdict {
  const unsigned = {
    commandId: command.commandId,
    verdict,
    decidedAt: '2026-11-20T05:00:00.000Z',
    keyId: 'receipt-1',
  };
  const signature = sign(null, Buffer.from(verdictText(unsigned)), server.privateKey).toString('base64');
  return { ...unsigned, signature };
}

test('a log holds; without one of its commands, in another order or with a change it does not', () => {
  const log = commands(8);
  expect(chainHolds(log, publicKey)).toBe(true);
  expect(chainHolds([], publicKey)).toBe(true);
  fc.assert(
    fc.property(fc.nat(6), fc.nat(6), (a, b) => {
      const without = log.filter((_, index) => index !== a);
      const swapped = log.with(a, log[b]!).with(b, log[a]!);
      expect(chainHolds(without, publicKey)).toBe(false);
      expect(chainHolds(swapped, publicKey)).toBe(a === b);
      expect(chainHolds(log.with(a, { ...log[a]!, actor: newPublicId() }), publicKey)).toBe(false);
    }),
  );
});

test('what is not decided is sent again, in order; a refusal stays until it is acknowledged', () => {
  const [a, b, c, d] = commands(4) as [StationCommand, StationCommand, StationCommand, StationCommand];
  const log = [
    { command: a, verdict: verdictOf(a, 'accepted'), acknowledged: false },
    { command: b, verdict: verdictOf(b, 'refused'), acknowledged: false },
    { command: c, verdict: verdictOf(c, 'later'), acknowledged: false },
    { command: d, acknowledged: false },
  ];
  expect(commandsToSend(log)).toEqual([c, d]);
  expect(openRefusals(log).map(({ command }) => command)).toEqual([b]);
  expect(openRefusals(log.map((entry) => ({ ...entry, acknowledged: true })))).toEqual([]);
});

test('a verdict counts only with the signature of the server', () => {
  const [command] = commands(1) as [StationCommand];
  const keys = new Map([['receipt-1', server.publicKey]]);
  const verdict = verdictOf(command, 'refused');
  expect(checkedVerdict(verdict, keys)).toEqual(verdict);
  expect(checkedVerdict({ ...verdict, verdict: 'accepted' }, keys)).toBeUndefined();
  expect(checkedVerdict(verdict, new Map())).toBeUndefined();
  expect(checkedVerdict('yes', keys)).toBeUndefined();
});

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { sealPacket } from '../packet/seal-packet.ts';
import { FaultyFileSystem } from '../testing/faulty-file-system.ts';
import { packetContent } from '../testing/packet-content.ts';
import { openStationStore, type StationStore } from './station-store.ts';
import { chainEnd, waitingPackets } from './station-state.ts';

const key = randomBytes(32);
const device = generateKeyPairSync('ed25519').privateKey;

const open = (fs: FaultyFileSystem, mirrorFolder?: string) =>
  openStationStore({ fs, folder: 'disk', mirrorFolder, key });

function sealNext(store: StationStore) {
  const { counter, packetHash } = chainEnd(store.state());
  return sealPacket(packetContent({ counter: counter + 1, previousHash: packetHash, key: device }));
}

const receiptFor = (sealed: { packetId: string; counter: number; packetHash: string }) => ({
  packetId: sealed.packetId,
  deviceId: sealed.packetId,
  counter: sealed.counter,
  packetHash: sealed.packetHash,
  receivedAt: '2026-11-20T05:00:00.000Z',
  keyId: 'receipt-1',
  signature: '',
});

test('a saved packet is there after a restart and gone after its receipt', async () => {
  const fs = new FaultyFileSystem();
  const store = await open(fs);
  const sealed = sealNext(store);
  expect(await store.savePacket(sealed)).toBe(1);
  const again = await open(fs);
  expect(await again.readPacket(1)).toEqual(sealed.bytes);
  await again.receipted(1, receiptFor(sealed));
  const last = await open(fs);
  expect([await last.readPacket(1), waitingPackets(last.state())]).toEqual([undefined, []]);
  expect(chainEnd(last.state())).toMatchObject({ counter: 1, packetHash: sealed.packetHash });
});

test('with a second medium there are two copies, and either one is enough', async () => {
  const fs = new FaultyFileSystem();
  const store = await open(fs, 'card');
  expect(await store.savePacket(sealNext(store))).toBe(2);
  for (const path of await fs.list('disk/packets')) await fs.remove(`disk/packets/${path}`);
  await fs.remove('disk/journal');
  const again = await open(fs, 'card');
  expect([again.health().lost, again.health().copies, await again.readPacket(1)]).toEqual([
    [],
    2,
    expect.any(Buffer),
  ]);
  fs.unplugged = 'card';
  expect(await again.savePacket(sealNext(again))).toBe(1);
  expect(again.health().copies).toBe(1);
});

test('a packet that vanished from every medium is told, not forgotten', async () => {
  const fs = new FaultyFileSystem();
  const store = await open(fs);
  await store.savePacket(sealNext(store));
  await fs.remove('disk/packets/0000000001.packet');
  expect((await open(fs)).health().lost).toEqual([1]);
});

test.each([undefined, 'card'])(
  'whatever a power cut leaves: saved packets are there whole, receipted ones stay receipted (mirror: %s)',
  async (mirror) => {
    const fs = new FaultyFileSystem();
    const saved = new Map<number, Buffer>();
    let receipted = 0;
    const checks: { disk: ReadonlyMap<string, Buffer>; saved: [number, Buffer][]; receipted: number }[] = [];
    fs.afterEach = () => {
      const now = { saved: [...saved], receipted };
      for (const disk of fs.crashStates()) checks.push({ disk, ...now });
    };
    const store = await open(fs, mirror);
    for (let round = 1; round <= 2; round++) {
      const sealed = sealNext(store);
      await store.savePacket(sealed);
      saved.set(sealed.counter, sealed.bytes);
    }
    const first = store.state().packets[0]!;
    // From here on the packet may go, but only together with its receipt.
    saved.delete(1);
    await store.receipted(1, receiptFor(first));
    receipted = 1;
    expect(checks.length).toBeGreaterThan(60);
    for (const check of checks) {
      const reopened = await open(new FaultyFileSystem(check.disk), mirror);
      const { packets } = reopened.state();
      for (const [counter, bytes] of check.saved) expect(await reopened.readPacket(counter)).toEqual(bytes);
      for (const packet of packets) {
        expect(
          packet.receipt !== undefined || (await reopened.readPacket(packet.counter)) !== undefined,
        ).toBe(true);
      }
      expect(packets.map(({ counter }) => counter)).toEqual([1, 2].slice(0, packets.length));
      expect(packets.filter(({ receipt }) => receipt).length).toBeGreaterThanOrEqual(check.receipted);
      expect(reopened.health().lost).toEqual([]);
    }
  },
);

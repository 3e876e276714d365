import { describe, expect, test } from '@jest/globals';
import { expectProblem, orderFor, readerContract } from '../reader-contract.ts';
import type { ReaderError } from '../reader-error.ts';
import type { ReaderMode } from '../reader.ts';
import { samplePerson } from '../simulators/sample-person.ts';
import { systemReaderTime } from '../system-reader-time.ts';
import { virtualTime } from '../virtual-time.ts';
import { deviceKey, fingerDevice, irisDevice, rawPublicKey } from './device-side/device-models.ts';
import { deviceTransport, type WireFault } from './device-side/device-transport.ts';
import { createHidAdapter } from './hid-reader.ts';
import type { HidTransport } from './hid-transport.ts';
import { nodeHidTransport } from './node-hid-transport.ts';

const key = deviceKey(new Uint8Array(32).fill(7));
const pinned = new Map([['OCP-F-1', rawPublicKey(key)]]);
const person = samplePerson('hid');

readerContract('the HID reader', async () => {
  const model = { time: systemReaderTime, person, measureMs: 150, key };
  const devices = [fingerDevice('a', model), irisDevice('b', { ...model, payload: 1023 })];
  return {
    adapter: createHidAdapter({
      mode: 'demo',
      time: systemReaderTime,
      transport: deviceTransport(devices),
      pinnedKeys: new Map(),
      simulated: true,
    }),
    targets: ['right-index', 'left-four', 'two-thumbs', 'both-irises', 'left-iris'],
    slowTarget: 'right-index',
    stop: async () => undefined,
  };
});

function start(
  options: { fault?: WireFault; mode?: ReaderMode; pinnedKeys?: ReadonlyMap<string, string> } = {},
) {
  const time = virtualTime();
  const transport = deviceTransport(
    [fingerDevice('a', { time, person, measureMs: 300, key })],
    options.fault,
  );
  const { mode = 'demo', pinnedKeys = pinned } = options;
  const adapter = createHidAdapter({ mode, time, transport, pinnedKeys, simulated: mode === 'demo' });
  return { time, adapter };
}

/** Hands the n-th data report (from 0) to the fault, all others through. */
function atData(n: number, fault: WireFault): WireFault {
  let seen = 0;
  return (report) => (report[0] === 3 && report[1]! > 2 && seen++ === n ? fault(report) : [report]);
}

async function capture(options: Parameters<typeof start>[0]) {
  const { time, adapter } = start(options);
  const reader = await time.settle(adapter.open('hid:a'));
  return await time.settle(reader.capture(orderFor('right-index')));
}

describe('on a wire that is not perfect', () => {
  const cases: readonly (readonly [string, WireFault])[] = [
    ['a lost report', () => []],
    ['a doubled report', (report) => [report, report]],
    ['a flipped bit', (report) => [report.map((byte, i) => (i === 20 ? byte ^ 1 : byte))]],
    ['a report of the maker in between', (report) => [Uint8Array.from([2, 0x90, 3, 0, 0, 0, 0]), report]],
  ];
  test.each(cases)('%s is healed', async (_what, fault) => {
    const clean = await capture({});
    for (const n of [0, 7, 200]) {
      const [frame] = await capture({ fault: atData(n, fault) });
      expect(frame!.image).toEqual(clean[0]!.image);
    }
  });

  test('the last report is lost: asked again after the device says that it waits', async () => {
    const chunks = Math.ceil((164 * 144 + 64) / 59);
    const [frame] = await capture({ fault: atData(chunks - 1, () => []) });
    expect(frame!.image.pixels).toHaveLength(164 * 144);
  });

  test('a picture that never comes whole is given up as malformed', async () => {
    const spoil: WireFault = (report) =>
      report[0] === 3 && report[1]! > 2 ? [report.map((b, i) => (i === 9 ? b ^ 4 : b))] : [report];
    await expectProblem(capture({ fault: spoil }), 'malformed');
  });

  test('a plug that is pulled in the middle of a picture is noticed at once', async () => {
    await expectProblem(capture({ fault: atData(30, () => 'unplug') }), 'removed');
  });

  test('a device that falls silent counts as removed after a second', async () => {
    const { time, adapter } = start({ fault: (report) => (report[2]! > 2 ? [] : [report]) });
    const reader = await time.settle(adapter.open('hid:a'));
    const before = time.now();
    await expectProblem(time.settle(reader.capture(orderFor('right-index'))), 'removed');
    expect(time.now() - before).toBeLessThanOrEqual(1_000);
  });

  test('garbage reports are malformed, not a crash', async () => {
    await expectProblem(
      capture({ fault: atData(2, () => [new Uint8Array([9, 9, 9, 9, 9, 9, 9])]) }),
      'malformed',
    );
    await expectProblem(capture({ fault: atData(2, () => [new Uint8Array([3])]) }), 'malformed');
  });

  test('a device that sends more than its credit is refused', async () => {
    const flood: WireFault = atData(0, (report) => [
      report,
      ...Array.from({ length: 900 }, () => Uint8Array.from([3, 3, 0, 0xff, 0x7f, 0])),
    ]);
    await expectProblem(capture({ fault: flood }), 'tampered');
  });
});

describe('signatures', () => {
  test('a picture is checked with the key that was noted, and carries its signature on', async () => {
    const [frame] = await capture({});
    expect(frame!.signature).toMatchObject({ algorithm: 'OCP1 Ed25519', key: rawPublicKey(key) });
  });

  test('a device with another key than noted is refused', async () => {
    const other = new Map([['OCP-F-1', rawPublicKey(deviceKey(new Uint8Array(32).fill(8)))]]);
    await expectProblem(capture({ pinnedKeys: other }), 'tampered');
  });

  test('a signature over another time, although the CRC is right, is refused', async () => {
    const older: WireFault = (report) =>
      report[0] === 2 && report[1] === 0x12 && report[5] === 3
        ? [report.map((b, i) => (i === 15 ? b ^ 1 : b))]
        : [report];
    await expectProblem(capture({ fault: older }), 'tampered');
  });

  test('production takes no device without a noted key, and no drawn finger from one with it', async () => {
    await expectProblem(capture({ mode: 'production', pinnedKeys: new Map() }), 'not-registered');
    await expectProblem(capture({ mode: 'production' }), 'simulator-refused');
  });
});

test('a device of a later version is left alone, and said so', async () => {
  const refused: ReaderError[] = [];
  const time = virtualTime();
  const later: WireFault = (report) =>
    report[1] === 0x10 ? [report.map((b, i) => (i === 3 ? 2 : b))] : [report];
  const transport = deviceTransport([fingerDevice('a', { time, person, measureMs: 1, key })], later);
  const adapter = createHidAdapter({
    mode: 'demo',
    time,
    transport,
    pinnedKeys: pinned,
    onRefused: (_what, error) => refused.push(error),
  });
  expect(await time.settle(adapter.discover())).toEqual([]);
  expect(refused.map((error) => error.problem)).toEqual(['unsupported']);
});

test('readers of makers with a protocol of their own are named with the door to use', async () => {
  const refused: string[] = [];
  const transport: HidTransport = {
    list: async () => [{ path: 'x', vendorId: 0x1162, productId: 1, usagePage: 0xff00, usage: 1 }],
    open: () => Promise.reject(new Error('never')),
  };
  const adapter = createHidAdapter({
    mode: 'demo',
    time: virtualTime(),
    transport,
    pinnedKeys: pinned,
    onRefused: (_what, error) => refused.push(error.detail),
  });
  expect(await adapter.discover()).toEqual([]);
  expect(refused).toEqual(['SecuGen readers come through an SBI service of the maker']);
});

test('without libusb, or without devices, discovery goes on with a clear sentence at most', async () => {
  const said: ReaderError[] = [];
  const adapter = createHidAdapter({
    mode: 'demo',
    time: systemReaderTime,
    transport: nodeHidTransport(),
    pinnedKeys: pinned,
    onRefused: (_what, error) => said.push(error),
  });
  expect(Array.isArray(await adapter.discover())).toBe(true);
  for (const { detail } of said) expect(detail).toMatch(/libusb|readers come through|device/);
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { expectProblem, orderFor, readerContract } from '../reader-contract.ts';
import type { ReaderError } from '../reader-error.ts';
import type { CaptureTarget, OpenReader } from '../reader.ts';
import { samplePerson } from '../simulators/sample-person.ts';
import { systemReaderTime } from '../system-reader-time.ts';
import { createSbiAdapter } from './sbi-reader.ts';
import { startSbiSimulator, type SbiSimulator } from './simulator/sbi-simulator.ts';
import { createSimulatorTrust, type SimulatorTrust } from './simulator/simulator-trust.ts';
import type { SimulatorFault } from './simulator/faults.ts';

const time = systemReaderTime;
let trust: SimulatorTrust;
let simulator: SbiSimulator;

const start = (delayMs: number): Promise<SbiSimulator> =>
  startSbiSimulator({ mode: 'demo', time, firstPort: 0, person: samplePerson, seed: 'test', delayMs, trust });
const adapterFor = ({ devices }: SbiSimulator, roots = [trust.rootPem]) => {
  const ports = devices.map((device) => device.port);
  return createSbiAdapter({ mode: 'demo', time, trustedRoots: roots, ports });
};

beforeAll(async () => {
  trust = createSimulatorTrust(time.now());
  simulator = await start(0);
});
afterAll(() => simulator.stop());

readerContract('the SBI client', async () => {
  const behind = await start(150);
  return {
    adapter: adapterFor(behind),
    targets: ['right-index', 'left-four', 'two-thumbs', 'both-irises', 'left-iris', 'face'],
    slowTarget: 'right-index',
    stop: () => behind.stop(),
  };
});

async function openModality(modality: string): Promise<OpenReader> {
  const adapter = adapterFor(simulator);
  const info = (await adapter.discover()).find((reader) => reader.modality === modality);
  return await adapter.open(info!.id);
}

const fingerDevice = () => simulator.devices.find((device) => device.modality === 'finger')!;

describe('an answer that cannot be believed is refused with the reason', () => {
  const cases: readonly (readonly [SimulatorFault, string, CaptureTarget])[] = [
    ['garbage', 'malformed', 'right-index'],
    ['half-answer', 'removed', 'right-index'],
    ['endless', 'malformed', 'right-index'],
    ['altered-payload', 'tampered', 'right-index'],
    ['other-root', 'tampered', 'right-index'],
    ['other-device', 'tampered', 'right-index'],
    ['old-transaction', 'tampered', 'right-index'],
    ['old-time', 'tampered', 'right-index'],
    ['other-environment', 'tampered', 'right-index'],
    ['broken-chain', 'tampered', 'right-index'],
    ['one-fewer', 'wrong-count', 'two-thumbs'],
    ['one-twice', 'wrong-count', 'two-thumbs'],
    ['wrong-position', 'wrong-hand', 'left-four'],
    ['wrong-label', 'malformed', 'right-index'],
    ['half-image', 'malformed', 'right-index'],
    ['error-100', 'not-registered', 'right-index'],
    ['error-101', 'timeout', 'right-index'],
    ['error-103', 'tampered', 'right-index'],
    ['error-111', 'busy', 'right-index'],
    ['error-500', 'driver', 'right-index'],
  ];
  afterEach(() => {
    fingerDevice().faults.splice(0);
  });

  test.each(cases)('%s: %s', async (fault, problem, target) => {
    const reader = await openModality('finger');
    fingerDevice().faults.push(fault);
    await expectProblem(reader.capture(orderFor(target)), problem);
    expect(await reader.capture(orderFor(target))).not.toHaveLength(0);
    await reader.close();
  });

  test('a device that never answers: timeout, soon after the order is over', async () => {
    const reader = await openModality('finger');
    fingerDevice().faults.push('hang');
    await expectProblem(reader.capture({ ...orderFor('right-index'), timeoutMs: 100 }), 'timeout');
    await reader.close();
  });
});

test('a persona without the finger gives the wrong count, and the exception makes it right', async () => {
  const reader = await openModality('finger');
  fingerDevice().missing = ['left-ring'];
  await expectProblem(reader.capture(orderFor('left-four')), 'wrong-count');
  const frames = await reader.capture({ ...orderFor('left-four'), missing: ['left-ring'] });
  expect(frames.map((frame) => frame.position)).toEqual(['left-little', 'left-middle', 'left-index']);
  fingerDevice().missing = [];
  await reader.close();
});

test.each([
  ['Busy', 'busy'],
  ['Not Ready', 'not-ready'],
  ['Not Registered', 'not-registered'],
] as const)('a device that is %s is listed as that', async (status, expected) => {
  fingerDevice().status = status;
  const found = (await adapterFor(simulator).discover()).find((reader) => reader.modality === 'finger');
  fingerDevice().status = 'Ready';
  expect(found?.status).toBe(expected);
});

test('a device that is not registered cannot be opened', async () => {
  fingerDevice().status = 'Not Registered';
  const opened = adapterFor(simulator).open(`sbi:${fingerDevice().port}:sim-finger`);
  await expectProblem(opened, 'not-registered');
  fingerDevice().status = 'Ready';
});

test('services under a root that is not pinned are not listed, but reported', async () => {
  const refused: [number, ReaderError][] = [];
  const { port } = fingerDevice();
  const adapter = createSbiAdapter({
    mode: 'demo',
    time,
    trustedRoots: [createSimulatorTrust(time.now()).rootPem],
    ports: [port],
    onRefused: (at, error) => refused.push([at, error]),
  });
  expect(await adapter.discover()).toEqual([]);
  expect(refused.map(([at, error]) => [at, error.problem])).toEqual([[port, 'tampered']]);
});

test('something else that listens on a port of the range is reported and does not disturb', async () => {
  const other = createServer((socket) =>
    socket
      .on('error', () => undefined)
      .resume()
      .end('SSH-2.0-other\r\n'),
  );
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const problems: string[] = [];
  const adapter = createSbiAdapter({
    mode: 'demo',
    time,
    trustedRoots: [trust.rootPem],
    ports: [port],
    onRefused: (_port, error) => problems.push(error.problem),
  });
  expect(await adapter.discover()).toEqual([]);
  expect(problems).toEqual(['malformed']);
  await new Promise((resolve) => other.close(resolve));
});

test('the simulator, believed by its root, is still refused in production', async () => {
  const { port } = fingerDevice();
  const adapter = createSbiAdapter({
    mode: 'production',
    time,
    trustedRoots: [trust.rootPem],
    ports: [port],
  });
  await expectProblem(adapter.open(`sbi:${port}:sim-finger`), 'simulator-refused');
});

test('the simulator itself does not start in production', async () => {
  const started = startSbiSimulator({
    mode: 'production',
    time,
    firstPort: 0,
    person: samplePerson,
    seed: 'x',
  });
  await expectProblem(started, 'simulator-refused');
});

test('the admin endpoint changes a device and refuses what it does not understand', async () => {
  const { port } = fingerDevice();
  const send = (body: unknown) =>
    fetch(`http://127.0.0.1:${port}/admin`, { method: 'POST', body: JSON.stringify(body) });
  const changed = await send({ severity: 0.8, score: 40, faults: ['garbage'], persona: { seed: 'other' } });
  expect(await changed.json()).toMatchObject({
    severity: 0.8,
    score: 40,
    faults: ['garbage'],
    persona: { seed: 'other' },
  });
  expect((await send({ faults: ['unheard of'] })).status).toBe(400);
  expect((await send({ colour: 'red' })).status).toBe(400);
  await send({ severity: 0.2, score: null, faults: [], persona: { seed: 'test' } });
});

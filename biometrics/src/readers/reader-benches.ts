import { FINGER_POSITIONS } from '../codes.ts';
import { deviceKey, fingerDevice } from './hid/device-side/device-models.ts';
import { deviceTransport } from './hid/device-side/device-transport.ts';
import { createHidAdapter } from './hid/hid-reader.ts';
import type { ReaderTime } from './reader-time.ts';
import type { CaptureSpec } from './reader.ts';
import { captureRequest, readCapture, type SbiSession } from './sbi/sbi-capture.ts';
import { readDeviceInfos } from './sbi/sbi-device.ts';
import { FIRST_HASH } from './sbi/sbi-hash.ts';
import { callSbi } from './sbi/sbi-http.ts';
import { createSbiAdapter } from './sbi/sbi-reader.ts';
import { pinnedTrust } from './sbi/sbi-trust.ts';
import { startSbiSimulator, type SbiSimulator } from './sbi/simulator/sbi-simulator.ts';
import { syntheticPerson } from './simulators/synthetic-person.ts';

/** One speed with the bound that issue 5 sets for it; figures of this machine at this moment, never a test. */
export interface ReaderBench {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'frames/s';
  readonly goal: string;
}

const spec: CaptureSpec = { target: 'right-index', timeoutMs: 20_000, nonce: 'bench-order-000001' };

/** Measures every speed once; takes about ten seconds. */
export async function readerBenches(time: ReaderTime): Promise<readonly ReaderBench[]> {
  return [...drawing(time), ...(await sbi(time)), await unplug(time)];
}

export async function printReaderBenches(time: ReaderTime, print: (value: unknown) => void): Promise<number> {
  print({ name: 'readers', benches: await readerBenches(time) });
  return 0;
}

function drawing(time: ReaderTime): readonly ReaderBench[] {
  const person = syntheticPerson('bench');
  const each = (times: number, work: (i: number) => void): number => {
    const started = time.now();
    for (let i = 0; i < times; i++) work(i);
    return (time.now() - started) / times;
  };
  const master = each(4, (i) => void person.finger(FINGER_POSITIONS[i]!));
  const iris = each(2, (i) => void person.eye(i === 0 ? 'left-iris' : 'right-iris'));
  const print = each(30, (take) => void person.finger('right-thumb', { take }));
  const eye = each(30, (take) => void person.eye('left-iris', { take }));
  return [
    { name: 'new finger master with its first impression', value: master, unit: 'ms', goal: '< 3000' },
    { name: 'new iris master with its first picture', value: iris, unit: 'ms', goal: '< 3000' },
    { name: 'impression from a cached master, 388x374', value: print, unit: 'ms', goal: '< 60' },
    { name: 'eye from a cached master, 640x480', value: eye, unit: 'ms', goal: '< 60' },
  ];
}

async function sbi(time: ReaderTime): Promise<readonly ReaderBench[]> {
  const simulator = await startSbiSimulator({
    mode: 'demo',
    time,
    firstPort: 0,
    person: syntheticPerson,
    seed: 'bench',
    delayMs: 0,
  });
  try {
    return [await probe(simulator, time), await preview(simulator, time), await delivery(simulator, time)];
  } finally {
    await simulator.stop();
  }
}

/** 97 ports where nobody listens and three with devices. */
async function probe({ devices, rootPem }: SbiSimulator, time: ReaderTime): Promise<ReaderBench> {
  const ports = [...Array.from({ length: 97 }, (_, i) => 4504 + i), ...devices.map((device) => device.port)];
  const adapter = createSbiAdapter({ mode: 'demo', time, trustedRoots: [rootPem], ports });
  await adapter.discover();
  const started = time.now();
  await adapter.discover();
  return { name: '100 SBI ports probed', value: time.now() - started, unit: 'ms', goal: '< 200' };
}

async function preview({ devices, rootPem }: SbiSimulator, time: ReaderTime): Promise<ReaderBench> {
  const { port } = devices.find((device) => device.modality === 'iris')!;
  const adapter = createSbiAdapter({ mode: 'demo', time, trustedRoots: [rootPem], ports: [port] });
  const reader = await adapter.open(`sbi:${port}:sim-iris`);
  const stop = new AbortController();
  let [seen, started] = [0, 0];
  for await (const _frame of reader.preview('right-iris', stop.signal)) {
    if (seen++ === 0) started = time.now();
    if (seen === 31) stop.abort();
  }
  await reader.close();
  return {
    name: 'preview 640x480',
    value: (30 * 1000) / (time.now() - started),
    unit: 'frames/s',
    goal: '>= 10',
  };
}

/** From the device's whole answer to a verified, decoded frame. */
async function delivery({ devices, rootPem }: SbiSimulator, time: ReaderTime): Promise<ReaderBench> {
  const { port } = devices.find((device) => device.modality === 'finger')!;
  const trust = pinnedTrust([rootPem], time);
  const { signal } = new AbortController();
  const info = await callSbi({ port, verb: 'MOSIPDINFO', path: '/info', body: {}, signal });
  const [device] = await readDeviceInfos(info, port, trust);
  const runs = 5;
  let spent = 0;
  for (let i = 0; i < runs; i++) {
    const session: SbiSession = { device: device!, trust, time, previousHash: FIRST_HASH, sequence: 0 };
    const body = captureRequest(session, spec);
    const answer = await callSbi({ port, verb: 'RCAPTURE', path: '/capture', body, signal });
    const started = time.now();
    await readCapture(answer, spec, session);
    spent += time.now() - started;
  }
  return {
    name: 'device delivery to checked frame (SBI, one finger)',
    value: spent / runs,
    unit: 'ms',
    goal: '< 300',
  };
}

/** From the plug to the refusal, in the worst case: nothing tells us, the line just falls silent. */
async function unplug(time: ReaderTime): Promise<ReaderBench> {
  let mute = false;
  const device = fingerDevice('bench', {
    time,
    person: syntheticPerson('bench'),
    measureMs: 5_000,
    key: deviceKey(new Uint8Array(32)),
  });
  const transport = deviceTransport([device], (report) => (mute ? [] : [report]));
  const adapter = createHidAdapter({ mode: 'demo', time, transport, pinnedKeys: new Map(), simulated: true });
  const reader = await adapter.open('hid:bench');
  const capture = reader.capture(spec).catch(() => undefined);
  await time.sleep(300);
  mute = true;
  const started = time.now();
  await capture;
  return { name: 'silent unplug noticed (HID)', value: time.now() - started, unit: 'ms', goal: '<= 1000' };
}

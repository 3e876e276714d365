import { PassThrough } from 'node:stream';
import type { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FINGER_IMAGE_MAGIC } from '../formats/finger-image-record.ts';
import { readDelivered } from './delivered-sample.ts';
import { readInformation } from './hid/device-information.ts';
import { readReport } from './hid/open-capture-reports.ts';
import { ReaderError } from './reader-error.ts';
import { FIRST_HASH } from './sbi/sbi-hash.ts';
import { readCapture, type SbiSession } from './sbi/sbi-capture.ts';
import { readDeviceInfos, readDiscovery, unregisteredDevice } from './sbi/sbi-device.ts';
import { pinnedTrust } from './sbi/sbi-trust.ts';
import { applyAdmin } from './sbi/simulator/admin.ts';
import { readRequest } from './sbi/simulator/raw-http.ts';
import type { SimulatedDevice } from './sbi/simulator/simulated-device.ts';
import { samplePerson } from './simulators/sample-person.ts';
import { virtualTime } from './virtual-time.ts';

const time = virtualTime();
const trust = pinnedTrust([], time);
const bytes = fc.uint8Array({ maxLength: 200 });
/** JSON that resembles what is expected, with anything in its fields. */
const resembling = (...names: readonly string[]) =>
  fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.jsonValue(), fc.string(), fc.constantFrom('0', 'Ready', 'Finger', '')),
  );

/** Whatever happens is an answer or a `ReaderError`. */
async function refusesOrReads(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
  }
}

describe('anything at all from outside ends in an answer or a ReaderError', () => {
  test('reports of a HID device', async () => {
    const report = fc.tuple(fc.constantFrom(2, 3), fc.constantFrom(0x10, 0x12, 0x13, 0x1f, 0x85), bytes);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          bytes,
          report.map(([id, event, rest]) => Uint8Array.from([id, event, ...rest])),
        ),
        (given) => refusesOrReads(() => readReport(given)),
      ),
    );
  });

  test('a HELLO of six bytes, which a seed found once', async () => {
    const short = Uint8Array.from([2, 0x10, 0, 0, 0, 0]);
    expect(() => readReport(short)).toThrow(ReaderError);
  });

  test('the information of a HID device', async () => {
    const told = resembling('make', 'model', 'serial', 'firmware', 'modality', 'targets', 'ppi', 'key');
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      told.map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(text, (given) =>
        refusesOrReads(() => readInformation(new TextEncoder().encode(given))),
      ),
    );
  });

  test('discovery, info and capture answers of an SBI service', async () => {
    const entry = resembling(
      'deviceId',
      'deviceStatus',
      'digitalId',
      'deviceInfo',
      'data',
      'hash',
      'error',
      'specVersion',
    );
    const list = fc.array(fc.oneof(entry, fc.jsonValue()), { maxLength: 4 });
    const answer = fc.oneof(
      list,
      list.map((biometrics) => ({ biometrics })),
      fc.jsonValue(),
    );
    const spec = { target: 'right-index', timeoutMs: 1, nonce: 'order-0123456789' } as const;
    const session = {
      trust,
      time,
      previousHash: FIRST_HASH,
      sequence: 0,
    } as Partial<SbiSession> as SbiSession;
    await fc.assert(
      fc.asyncProperty(answer, async (given) => {
        const text = JSON.stringify(given);
        await refusesOrReads(() => readDiscovery(text).map((found) => unregisteredDevice(1, found)));
        await refusesOrReads(() => readDeviceInfos(text, 1, trust));
        await refusesOrReads(() => readCapture(text, spec, session));
      }),
    );
  });

  test('pictures and records', async () => {
    const record = bytes.map((rest) => Uint8Array.from([...Buffer.from(FINGER_IMAGE_MAGIC), ...rest]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, record), (given) =>
        refusesOrReads(() => readDelivered(given, 'right-index')),
      ),
    );
  });
});

test('an admin change that is not understood changes nothing', () => {
  const change = resembling('status', 'delayMs', 'severity', 'score', 'faults', 'persona', 'colour');
  fc.assert(
    fc.property(change, (given) => {
      const device = {
        status: 'Ready',
        delayMs: 1,
        severity: 0.5,
        score: undefined,
        faults: [],
      } as Partial<SimulatedDevice>;
      const before = structuredClone(device);
      const reason = applyAdmin(device as SimulatedDevice, given, samplePerson);
      if (reason !== undefined) expect(device).toEqual(before);
    }),
  );
});

test('a request is the same however the network cuts it', async () => {
  const body = JSON.stringify({ type: 'Biometric Device', note: 'ทดสอบ' });
  const whole = Buffer.from(
    `MOSIPDISC /device HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: whole.length - 1 }), { maxLength: 6 }),
      async (cuts) => {
        const line = Object.assign(new PassThrough(), { setTimeout: () => undefined });
        const request = readRequest(line as unknown as Socket);
        const edges = [0, ...cuts.sort((a, b) => a - b), whole.length];
        for (let i = 1; i < edges.length; i++) {
          line.write(whole.subarray(edges[i - 1], edges[i]));
          await new Promise((resolve) => setImmediate(resolve));
        }
        expect(await request).toEqual({ verb: 'MOSIPDISC', path: '/device', body });
      },
    ),
    { numRuns: 50 },
  );
});

test.each([
  'GET\r\n\r\n',
  'BREW /pot HTCPCP/1.0\r\n\r\n',
  `POST /admin HTTP/1.1\r\nContent-Length: 9999999\r\n\r\n`,
  `GET /${'a'.repeat(20_000)}`,
])('what is no request is refused: %#', async (text) => {
  const line = Object.assign(new PassThrough(), { setTimeout: () => undefined });
  line.write(text);
  expect(await readRequest(line as unknown as Socket)).toBeUndefined();
});

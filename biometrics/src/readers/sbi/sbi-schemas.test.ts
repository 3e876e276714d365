import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js';
import { decodeJwt } from 'jose';
import { orderFor } from '../reader-contract.ts';
import type { CaptureSpec } from '../reader.ts';
import { samplePerson } from '../simulators/sample-person.ts';
import { systemReaderTime } from '../system-reader-time.ts';
import { captureRequest, type SbiSession } from './sbi-capture.ts';
import { readDeviceInfos } from './sbi-device.ts';
import { FIRST_HASH } from './sbi-hash.ts';
import { callSbi } from './sbi-http.ts';
import { pinnedTrust } from './sbi-trust.ts';
import { startSbiSimulator, type SbiSimulator } from './simulator/sbi-simulator.ts';

const folder = join(import.meta.dirname, '../../../../../shared/data/sbi-schemas');
const whereSchemasAre = existsSync(folder) ? describe : describe.skip;
const time = systemReaderTime;
const signal = new AbortController().signal;

const compiled = new Map<string, ValidateFunction>();

/** A compiler each: two of the schemas carry the same id. */
function compile(schema: string): ValidateFunction {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  return ajv.compile(JSON.parse(readFileSync(join(folder, `${schema}.json`), 'utf8')));
}

/** The complaints of one schema; the schemas describe only the first entry of a list, so each is shown alone. */
function complaints(schema: string, value: unknown): string[] {
  const validate = compiled.get(schema) ?? compile(schema);
  compiled.set(schema, validate);
  const shown = Array.isArray(value) ? value.map((entry) => [entry]) : [value];
  return shown.flatMap((one) =>
    validate(one) ? [] : validate.errors!.map((e) => `${e.instancePath} ${e.message}`),
  );
}

/** The toolkit's schemas want each signed part beside its decoded form. */
function decoded(entry: Record<string, unknown>, name: string): Record<string, unknown> {
  const payload = decodeJwt(String(entry[name])) as Record<string, unknown>;
  const digitalIdDecoded = decodeJwt(String(payload['digitalId']));
  return { ...entry, [`${name}Decoded`]: { ...payload, digitalIdDecoded } };
}

whereSchemasAre('every SBI message validates against the schemas', () => {
  let simulator: SbiSimulator;
  const device = (modality: string) => simulator.devices.find((one) => one.modality === modality)!;
  const ask = async (modality: string, verb: 'MOSIPDISC' | 'MOSIPDINFO', body: unknown): Promise<unknown> => {
    const path = verb === 'MOSIPDISC' ? '/device' : '/info';
    return JSON.parse(await callSbi({ port: device(modality).port, verb, path, body, signal })) as unknown;
  };
  const sessionOf = async (modality: string): Promise<SbiSession> => {
    const { port } = device(modality);
    const trust = pinnedTrust([simulator.rootPem], time);
    const answer = await callSbi({ port, verb: 'MOSIPDINFO', path: '/info', body: {}, signal });
    const [found] = await readDeviceInfos(answer, port, trust);
    return { device: found!, trust, time, previousHash: FIRST_HASH, sequence: 0 };
  };
  const exchange = async (modality: string, spec: CaptureSpec) => {
    const request = captureRequest(await sessionOf(modality), spec);
    const call = {
      port: device(modality).port,
      verb: 'RCAPTURE',
      path: '/capture',
      body: request,
      signal,
    } as const;
    const answer = JSON.parse(await callSbi(call)) as { biometrics: Record<string, unknown>[] };
    return { request, answer };
  };

  beforeAll(async () => {
    simulator = await startSbiSimulator({
      mode: 'demo',
      time,
      firstPort: 0,
      person: samplePerson,
      seed: 's',
      delayMs: 0,
    });
  });
  afterAll(() => simulator.stop());

  test.each(['finger', 'iris', 'face'])(
    '%s: discovery, its request, its digital id and its refusals',
    async (modality) => {
      const request = { type: 'Biometric Device' };
      expect(complaints('DiscoverRequestSchema', request)).toEqual([]);
      const found = (await ask(modality, 'MOSIPDISC', request)) as Record<string, unknown>[];
      expect(complaints('DiscoverResponseSchema', found)).toEqual([]);
      const digitalId = JSON.parse(
        Buffer.from(String(found[0]!['digitalId']), 'base64url').toString(),
      ) as unknown;
      expect(complaints('DigitalIdResponseSchema', digitalId)).toEqual([]);
      const other = modality === 'iris' ? 'Finger' : 'Iris';
      expect(
        complaints('DiscoverResponseErrorSchema', await ask(modality, 'MOSIPDISC', { type: other })),
      ).toEqual([]);
      expect(
        complaints('DiscoverResponseErrorSchema', await ask(modality, 'MOSIPDISC', { type: 'Nose' })),
      ).toEqual([]);
    },
  );

  test.each([
    ['Ready', 'DeviceInfoReadyResponseSchema'],
    ['Busy', 'DeviceInfoBusyResponseSchema'],
    ['Not Ready', 'DeviceInfoNotReadyResponseSchema'],
  ] as const)('info of a device that is %s', async (status, schema) => {
    expect(complaints('DeviceInfoRequestSchema', {})).toEqual([]);
    device('finger').status = status;
    const [info] = (await ask('finger', 'MOSIPDINFO', {})) as Record<string, unknown>[];
    device('finger').status = 'Ready';
    expect(complaints(schema, [decoded(info!, 'deviceInfo')])).toEqual([]);
    if (status === 'Ready') {
      expect(complaints('DeviceInfoResponseSchema', [decoded(info!, 'deviceInfo')])).toEqual([]);
    }
  });

  test('info of a device that is not registered', async () => {
    device('finger').status = 'Not Registered';
    const info = await ask('finger', 'MOSIPDINFO', {});
    device('finger').status = 'Ready';
    expect(complaints('DeviceInfoNotRegisteredResponseSchema', info)).toEqual([]);
  });

  test.each([
    ['finger', { ...orderFor('right-index') }],
    ['finger', { ...orderFor('left-thumb') }],
    ['finger', { ...orderFor('right-four') }],
    ['finger', { ...orderFor('left-four'), missing: ['left-ring', 'left-index'] }],
    ['finger', { ...orderFor('two-thumbs'), missing: ['right-thumb'] }],
    ['iris', { ...orderFor('both-irises') }],
    ['iris', { ...orderFor('both-irises'), missing: ['left-iris'] }],
    ['iris', { ...orderFor('right-iris'), requestedQuality: 80 }],
    ['face', { ...orderFor('face') }],
  ] as const)('capture by the %s device: %j', async (modality, spec) => {
    const { request, answer } = await exchange(modality, spec);
    expect(complaints('RegistrationCaptureRequestSchema', request)).toEqual([]);
    for (const entry of answer.biometrics) {
      const shown = { biometrics: [decoded(entry, 'data')] };
      expect(complaints('RegistrationCaptureResponseSchema', shown)).toEqual([]);
    }
  });

  test.each(['100', '101', '109', '110', '111', '112', '500'] as const)(
    'a capture refused with %s',
    async (code) => {
      device('iris').faults.push(`error-${code}`);
      const { answer } = await exchange('iris', orderFor('right-iris'));
      expect(complaints('ErrorCaptureResponseSchema', answer)).toEqual([]);
      expect(answer.biometrics[0]!['error']).toMatchObject({ errorCode: code });
    },
  );

  test('a transaction that is none is refused with 112', async () => {
    const request = captureRequest(await sessionOf('face'), { ...orderFor('face'), nonce: '!' });
    const call = {
      port: device('face').port,
      verb: 'RCAPTURE',
      path: '/capture',
      body: request,
      signal,
    } as const;
    const answer = JSON.parse(await callSbi(call)) as { biometrics: { error: unknown }[] };
    expect(complaints('TransactionIdErrorRCaptureResponseSchema', answer)).toEqual([]);
    expect(answer.biometrics[0]!.error).toMatchObject({ errorCode: '112' });
  });

  test('the check itself can fail', () => {
    expect(complaints('RegistrationCaptureRequestSchema', { env: 'Developer' })).not.toEqual([]);
  });
});

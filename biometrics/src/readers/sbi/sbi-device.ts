import type { Modality } from '../../codes.ts';
import { ReaderError } from '../reader-error.ts';
import type { DeviceIdentity, ReaderInfo } from '../reader.ts';
import { asList, asObject, optionalText, parseJson, textOf, type JsonObject } from './json-fields.ts';
import { SBI_STATUS, SBI_TYPE, targetsOf, type SbiStatus } from './sbi-names.ts';
import type { SbiTrust } from './sbi-trust.ts';

/** A device behind one port, with everything that later answers are held against. */
export interface SbiDevice {
  readonly port: number;
  readonly deviceId: string;
  readonly deviceCode: string;
  readonly env: string;
  readonly info: ReaderInfo;
}

/** The environment of certified devices; anything else is a rehearsal. */
const REAL = 'Production';

/** The devices in a discovery answer (unsigned): only enough to ask further. */
export function readDiscovery(text: string): readonly JsonObject[] {
  return asList(parseJson(text, 'the discovery answer'), 'the discovery answer')
    .map((entry) => asObject(entry, 'a discovered device'))
    .filter((entry) => optionalText(asObject(entry['error'], 'error'), 'errorCode') === '0');
}

/** A device that is not registered cannot sign; it is shown, but never opened. */
export function unregisteredDevice(port: number, entry: JsonObject): SbiDevice {
  const digitalId = Buffer.from(textOf(entry, 'digitalId'), 'base64url').toString('utf8');
  const described = { ...entry, deviceStatus: 'Not Registered', env: 'None', firmware: '-' };
  return buildDevice(port, described, asObject(parseJson(digitalId, 'digitalId'), 'digitalId'));
}

/** The devices in an info answer, each verified to the pinned root, signed identity included. */
export async function readDeviceInfos(
  text: string,
  port: number,
  trust: SbiTrust,
): Promise<readonly SbiDevice[]> {
  const entries = asList(parseJson(text, 'the info answer'), 'the info answer');
  return await Promise.all(
    entries.map(async (entry) => {
      const signed = textOf(asObject(entry, 'a device'), 'deviceInfo');
      const { payload } = await trust.verify(signed, 'deviceInfo');
      const { payload: digitalId } = await trust.verify(textOf(payload, 'digitalId'), 'digitalId');
      return buildDevice(port, payload, digitalId);
    }),
  );
}

function buildDevice(port: number, entry: JsonObject, digitalId: JsonObject): SbiDevice {
  const modality = modalityOfType(textOf(digitalId, 'type'));
  const deviceId = textOf(entry, 'deviceId');
  const env = textOf(entry, 'env');
  return {
    port,
    deviceId,
    deviceCode: textOf(entry, 'deviceCode'),
    env,
    info: {
      id: `sbi:${port}:${deviceId}`,
      identity: { ...identityOf(digitalId), firmware: textOf(entry, 'firmware') },
      modality,
      status: statusOf(textOf(entry, 'deviceStatus')),
      targets: targetsOf(modality, textOf(digitalId, 'deviceSubType')),
      preview: true,
      signs: true,
      simulated: env !== REAL,
    },
  };
}

export function identityOf(digitalId: JsonObject): DeviceIdentity {
  return {
    make: textOf(digitalId, 'make'),
    model: textOf(digitalId, 'model'),
    serial: textOf(digitalId, 'serialNo'),
  };
}

function modalityOfType(type: string): Modality {
  const found = (Object.keys(SBI_TYPE) as Modality[]).find((modality) => SBI_TYPE[modality] === type);
  if (found === undefined) throw new ReaderError('malformed', `a device of type ${type}`);
  return found;
}

function statusOf(status: string): ReaderInfo['status'] {
  if (status in SBI_STATUS) return SBI_STATUS[status as SbiStatus];
  throw new ReaderError('malformed', `a device that is ${status}`);
}

import type { BodyPosition, Modality } from '../../../codes.ts';
import type { SyntheticPerson } from '../../simulators/synthetic-person.ts';
import { sbiTime } from '../sbi-capture.ts';
import { SBI_ERRORS, type SbiErrorCode } from '../sbi-errors.ts';
import { SBI_TYPE, SBI_VERSION, type SbiStatus } from '../sbi-names.ts';
import type { DeviceSigner } from './simulator-trust.ts';
import type { SimulatorFault } from './faults.ts';

/** One simulated device and what the admin endpoints change about it. */
export interface SimulatedDevice {
  readonly modality: Modality;
  readonly port: number;
  readonly serial: string;
  readonly signer: DeviceSigner;
  status: SbiStatus;
  /** Milliseconds until a finger lies on it. */
  delayMs: number;
  /** 0-1, handed to the synthetic person. */
  severity: number;
  /** Score that it reports instead of the one from severity. */
  score: number | undefined;
  /** Waiting faults, one is used up by each capture. */
  readonly faults: SimulatorFault[];
  person: SyntheticPerson;
  /** What this persona does not have. */
  missing: readonly BodyPosition[];
  take: number;
}

const SUB_TYPE = { finger: 'Slap', iris: 'Double', face: 'Full face' } as const satisfies Record<
  Modality,
  string
>;
const SUB_IDS = { finger: ['1', '2', '3'], iris: ['1', '2', '3'], face: ['0'] } as const satisfies Record<
  Modality,
  readonly string[]
>;
export const SIMULATOR_ENV = 'Developer';
export const SERVICE_VERSION = '0.9.5-simulator';

export function deviceIdOf(device: SimulatedDevice): string {
  return `sim-${device.modality}`;
}

export function deviceCodeOf(device: SimulatedDevice): string {
  return `code-${device.serial}`;
}

const errorOf = (code: SbiErrorCode) => ({ errorCode: code, errorInfo: SBI_ERRORS[code].text });
/** What an info or capture answer says beside a device that is not ready. */
export const STATUS_ERRORS = {
  Ready: { errorCode: '0', errorInfo: 'Success' },
  Busy: errorOf('111'),
  'Not Ready': errorOf('110'),
  'Not Registered': errorOf('100'),
} as const satisfies Record<SbiStatus, { readonly errorCode: string; readonly errorInfo: string }>;

/** Who the device is, as it signs it. */
export function digitalIdOf(device: SimulatedDevice, now: number): Record<string, string> {
  return {
    serialNo: device.serial,
    make: 'SIMULATED',
    model: `Synthetic ${device.modality}`,
    type: SBI_TYPE[device.modality],
    deviceSubType: SUB_TYPE[device.modality],
    deviceProvider: 'SIMULATED',
    deviceProviderId: 'SIM-001',
    dateTime: sbiTime(now),
  };
}

/** The unsigned answer to `MOSIPDISC`. */
export function discoveryOf(device: SimulatedDevice, now: number): Record<string, unknown> {
  const digitalId = Buffer.from(JSON.stringify(digitalIdOf(device, now))).toString('base64url');
  return {
    deviceId: deviceIdOf(device),
    deviceStatus: device.status,
    certification: 'L0',
    serviceVersion: SERVICE_VERSION,
    deviceSubId: SUB_IDS[device.modality],
    callbackId: `http://127.0.0.1:${device.port}/`,
    digitalId,
    deviceCode: deviceCodeOf(device),
    specVersion: [SBI_VERSION],
    purpose: 'Registration',
    error: { errorCode: '0', errorInfo: 'Success' },
  };
}

/** The signed answer to `MOSIPDINFO`. */
export async function deviceInfoOf(device: SimulatedDevice, now: number): Promise<Record<string, unknown>> {
  if (device.status === 'Not Registered') {
    return { deviceInfo: null, error: STATUS_ERRORS['Not Registered'] };
  }
  const payload = {
    env: SIMULATOR_ENV,
    digitalId: await device.signer(digitalIdOf(device, now)),
    purpose: 'Registration',
    serviceVersion: SERVICE_VERSION,
    deviceStatus: device.status,
    firmware: 'synthetic-1',
    certification: 'L0',
    specVersion: [SBI_VERSION],
    deviceSubId: SUB_IDS[device.modality],
    callbackId: `http://127.0.0.1:${device.port}/`,
    deviceId: deviceIdOf(device),
    deviceCode: deviceCodeOf(device),
  };
  return { deviceInfo: await device.signer(payload), error: STATUS_ERRORS[device.status] };
}

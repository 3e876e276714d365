import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { ReaderTime } from '../../reader-time.ts';
import type { SyntheticPerson } from '../../simulators/synthetic-person.ts';
import type { WiredDevice } from './device-transport.ts';
import { OpenCaptureDevice } from './open-capture-device.ts';
import { personSensor } from './person-sensor.ts';

const FINGER_TARGETS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15];
const IRIS_TARGETS = [0x21, 0x22, 0x23];

export interface DeviceModel {
  readonly time: ReaderTime;
  readonly person: SyntheticPerson;
  readonly measureMs: number;
  readonly payload?: 63 | 1023;
  /** A device with a key signs. */
  readonly key?: KeyObject;
}

/** A fingerprint reader of the open capture protocol. */
export function fingerDevice(path: string, model: DeviceModel): WiredDevice {
  const told = {
    modality: 'finger',
    model: 'Open finger',
    serial: 'OCP-F-1',
    ppi: 500,
    targets: FINGER_TARGETS,
  };
  return { path, usage: 1, device: build(model, told) };
}

/** An iris camera of the open capture protocol. */
export function irisDevice(path: string, model: DeviceModel): WiredDevice {
  const told = { modality: 'iris', model: 'Open iris', serial: 'OCP-I-1', ppi: 0, targets: IRIS_TARGETS };
  return { path, usage: 2, device: build(model, told) };
}

/** The same Ed25519 key for the same 32 bytes (RFC 8410 wraps them). */
export function deviceKey(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** The raw public key, base64, as INFO tells it. */
export function rawPublicKey(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
}

function build(
  { time, person, measureMs, payload = 63, key }: DeviceModel,
  told: Readonly<Record<string, unknown>>,
) {
  const information = {
    make: 'Simulated',
    firmware: '1.0',
    ...told,
    ...(key === undefined ? {} : { key: rawPublicKey(key) }),
  };
  const look = personSensor(person);
  return new OpenCaptureDevice({
    payload,
    time,
    information,
    measureMs,
    look,
    ...(key === undefined ? {} : { key }),
  });
}

import { modalityOf, type BodyPosition, type EyePosition, type FingerPosition } from '../../../codes.ts';
import { writeRecord } from '../../../formats/read-record.ts';
import { otherSide } from '../../capture-target.ts';
import type { JsonObject } from '../json-fields.ts';
import { sbiTime } from '../sbi-capture.ts';
import { SBI_ERRORS, type SbiErrorCode } from '../sbi-errors.ts';
import { chainHash } from '../sbi-hash.ts';
import { positionOf, SBI_SUBTYPE, SBI_TYPE, SBI_VERSION } from '../sbi-names.ts';
import { fingerRecord, irisRecord } from '../sample-record.ts';
import {
  deviceCodeOf,
  deviceIdOf,
  digitalIdOf,
  SERVICE_VERSION,
  type SimulatedDevice,
} from './simulated-device.ts';
import { faceRecord } from './face-record.ts';
import type { SimulatorFault } from './faults.ts';
import type { DeviceSigner } from './simulator-trust.ts';

/** What the fault table changes about one capture. */
export interface CaptureStage {
  readonly device: SimulatedDevice;
  readonly now: number;
  readonly fault: SimulatorFault | undefined;
  /** Signs under a root that nobody pinned. */
  readonly stranger: DeviceSigner;
}

interface AskedCapture {
  readonly env: string;
  readonly transactionId: string;
  readonly requestedScore: string;
  readonly previousHash: string;
  readonly positions: readonly BodyPosition[];
}

const TRANSACTION = /^[A-Za-z0-9-]{4,50}$/;
const YEAR_MS = 365 * 86_400_000;

/** The entries of `biometrics` for one request. */
export async function simulateCapture(request: JsonObject, stage: CaptureStage): Promise<readonly unknown[]> {
  const { device, fault } = stage;
  if (fault?.startsWith('error-')) return [errorEntry(fault.slice('error-'.length))];
  const asked = readAsked(request, device);
  if (typeof asked === 'string') return [errorEntry(asked)];
  const shown = asked.positions.filter((position) => !device.missing.includes(position));
  if (shown.length === 0) return [errorEntry('101')];
  device.take++;
  const entries: unknown[] = [];
  let hash = asked.previousHash;
  for (const position of mistaken(shown, fault)) {
    const record = await recordOf(position, stage);
    const claimed = fault === 'broken-chain' ? asked.previousHash.replaceAll(/\d/g, '7') : hash;
    hash = chainHash(claimed, record);
    const data = await signBlock(position, record, { asked, stage });
    entries.push({ specVersion: SBI_VERSION, data, hash, error: { errorCode: '0', errorInfo: 'Success' } });
  }
  return entries;
}

/** The error shape that the schemas know; 5xx belongs to the vendor. */
export function errorEntry(code: string): unknown {
  const known = code in SBI_ERRORS ? SBI_ERRORS[code as SbiErrorCode].text : 'Simulated vendor error';
  return { specVersion: SBI_VERSION, data: '', hash: '', error: { errorCode: code, errorInfo: known } };
}

/** The order as the device understands it, or the code of what is wrong with it. */
function readAsked(request: JsonObject, device: SimulatedDevice): AskedCapture | SbiErrorCode {
  const transactionId = String(request['transactionId'] ?? '');
  if (!TRANSACTION.test(transactionId)) return '112';
  const bios = request['bio'];
  const bio = (Array.isArray(bios) && bios.length === 1 ? bios[0] : undefined) as JsonObject | undefined;
  if (bio === undefined || bio['type'] !== SBI_TYPE[device.modality]) return '109';
  if (bio['deviceId'] !== deviceIdOf(device)) return '106';
  const subTypes = Array.isArray(bio['bioSubType']) ? bio['bioSubType'] : [];
  const found =
    device.modality === 'face'
      ? ['face' as const]
      : subTypes.map((name) => positionOf(SBI_TYPE[device.modality], String(name)));
  const positions = found.filter((position) => position !== undefined);
  const previousHash = String(bio['previousHash'] ?? '');
  if (positions.length !== found.length || String(positions.length) !== bio['count']) return '109';
  if (!/^[0-9A-Fa-f]{64}$/.test(previousHash)) return '102';
  const requestedScore = String(bio['requestedScore'] ?? '0');
  return { env: String(request['env']), transactionId, requestedScore, previousHash, positions };
}

function mistaken(
  positions: readonly BodyPosition[],
  fault: SimulatorFault | undefined,
): readonly BodyPosition[] {
  if (fault === 'one-fewer') return positions.slice(1);
  if (fault === 'one-twice') return [positions[0]!, ...positions];
  if (fault === 'wrong-position') return positions.map(otherSide);
  return positions;
}

/** The ISO record of what the persona shows. */
async function recordOf(position: BodyPosition, { device, now, fault }: CaptureStage): Promise<Uint8Array> {
  const takenAt = new Date(now);
  const knobs = { take: device.take, severity: device.severity };
  const labelled = fault === 'wrong-label' ? otherSide(position) : position;
  const record = await (async () => {
    if (position === 'face') return await faceRecord(await device.person.face(knobs), takenAt);
    if (modalityOf(position) === 'iris') {
      const eye = device.person.eye(position as EyePosition, knobs);
      return writeRecord(await irisRecord(eye, labelled as EyePosition, takenAt));
    }
    const print = device.person.finger(position as FingerPosition, knobs);
    return writeRecord(await fingerRecord(print, labelled as FingerPosition, takenAt));
  })();
  return fault === 'half-image' ? record.subarray(0, record.length >> 1) : record;
}

async function signBlock(
  position: BodyPosition,
  record: Uint8Array,
  { asked, stage }: { readonly asked: AskedCapture; readonly stage: CaptureStage },
): Promise<string> {
  const { device, fault, now } = stage;
  const digitalId = digitalIdOf(device, now);
  const other = fault === 'other-device' ? { ...digitalId, serialNo: 'SIM-SOMEBODY-ELSE' } : digitalId;
  const block = {
    digitalId: await device.signer(other),
    deviceCode: deviceCodeOf(device),
    deviceServiceVersion: SERVICE_VERSION,
    bioType: SBI_TYPE[device.modality],
    ...(position === 'face' ? {} : { bioSubType: SBI_SUBTYPE[position] }),
    purpose: 'Registration',
    env: fault === 'other-environment' ? 'Production' : asked.env,
    bioValue: Buffer.from(record).toString('base64url'),
    transactionId: fault === 'old-transaction' ? 'transaction-of-yesterday' : asked.transactionId,
    timestamp: sbiTime(fault === 'old-time' ? now - YEAR_MS : now),
    requestedScore: asked.requestedScore,
    qualityScore: String(device.score ?? Math.round(92 - 70 * device.severity)),
  };
  const jws = await (fault === 'other-root' ? stage.stranger(block) : device.signer(block));
  return fault === 'altered-payload' ? alter(jws) : jws;
}

/** One character of the payload is another one. */
function alter(jws: string): string {
  const [head = '', payload = '', signature = ''] = jws.split('.');
  const middle = payload.length >> 1;
  const swapped = payload[middle] === 'A' ? 'B' : 'A';
  return [head, payload.slice(0, middle) + swapped + payload.slice(middle + 1), signature].join('.');
}

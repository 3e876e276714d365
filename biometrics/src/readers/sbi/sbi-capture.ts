import type { BodyPosition } from '../../codes.ts';
import { positionsOf } from '../capture-target.ts';
import { readDelivered } from '../delivered-sample.ts';
import { ReaderError } from '../reader-error.ts';
import type { ReaderTime } from '../reader-time.ts';
import type { CapturedFrame, CaptureSpec } from '../reader.ts';
import { asList, asObject, optionalText, parseJson, textOf, type JsonObject } from './json-fields.ts';
import { identityOf, type SbiDevice } from './sbi-device.ts';
import { problemOfCode } from './sbi-errors.ts';
import { chainHash } from './sbi-hash.ts';
import { bioOrder, positionOf, SBI_TYPE, SBI_VERSION } from './sbi-names.ts';
import type { SbiTrust } from './sbi-trust.ts';

/** A device clock may differ from ours by this much; beyond it, a frame may be an old one. */
const MAX_CLOCK_SKEW_MS = 5 * 60_000;
const DEFAULT_SCORE = 60;

/** Where one device stands between two captures. */
export interface SbiSession {
  readonly device: SbiDevice;
  readonly trust: SbiTrust;
  readonly time: ReaderTime;
  previousHash: string;
  sequence: number;
}

/** `RCAPTURE` request: the order's nonce is the transaction. */
export function captureRequest(session: SbiSession, spec: CaptureSpec): JsonObject {
  const { device, time, previousHash } = session;
  return {
    env: device.env,
    purpose: 'Registration',
    specVersion: SBI_VERSION,
    timeout: String(Math.ceil(spec.timeoutMs)),
    captureTime: sbiTime(time.now()),
    transactionId: spec.nonce,
    bio: [
      {
        ...bioOrder(spec.target, spec.missing ?? []),
        requestedScore: String(spec.requestedQuality ?? DEFAULT_SCORE),
        deviceId: device.deviceId,
        previousHash,
      },
    ],
    customOpts: null,
  };
}

/** SBI writes times without milliseconds. */
export function sbiTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/**
 * The frames of an `RCAPTURE` answer: signatures to the pinned root, echo of the order, identity of
 * this device, hash chain without a hole, one record for each wanted position.
 */
export async function readCapture(
  text: string,
  spec: CaptureSpec,
  session: SbiSession,
): Promise<readonly CapturedFrame[]> {
  const answer = asObject(parseJson(text, 'the capture answer'), 'the capture answer');
  const entries = asList(answer['biometrics'], 'biometrics').map((entry) => asObject(entry, 'a biometric'));
  entries.forEach(requireSuccess);
  const frames = new Map<BodyPosition, CapturedFrame>();
  let hash = session.previousHash;
  for (const entry of entries) {
    const { frame, record } = await readBiometric(entry, spec, session);
    hash = chainHash(hash, record);
    if (textOf(entry, 'hash').toUpperCase() !== hash)
      throw new ReaderError('tampered', 'the hash chain has a hole');
    if (frames.has(frame.position)) throw new ReaderError('wrong-count', `${frame.position} came twice`);
    frames.set(frame.position, frame);
  }
  session.previousHash = hash;
  return inOrder(frames, spec, session);
}

function requireSuccess(entry: JsonObject): void {
  const error = asObject(entry['error'], 'error');
  const code = textOf(error, 'errorCode');
  if (code !== '0') {
    throw new ReaderError(problemOfCode(code), `SBI ${code}: ${optionalText(error, 'errorInfo') ?? ''}`);
  }
}

/** In the port's order, numbered; a set that is not the wanted one goes on as it is and is refused as such. */
function inOrder(
  frames: ReadonlyMap<BodyPosition, CapturedFrame>,
  spec: CaptureSpec,
  session: SbiSession,
): readonly CapturedFrame[] {
  const wanted = positionsOf(spec.target, spec.missing);
  const strange = [...frames.keys()].filter((position) => !wanted.includes(position));
  return [...wanted, ...strange].flatMap((position) => {
    const frame = frames.get(position);
    return frame === undefined ? [] : [{ ...frame, sequence: session.sequence++ }];
  });
}

async function readBiometric(
  entry: JsonObject,
  spec: CaptureSpec,
  session: SbiSession,
): Promise<{ readonly frame: CapturedFrame; readonly record: Uint8Array }> {
  const { device, trust } = session;
  const jws = textOf(entry, 'data');
  const { payload, signerCertificate } = await trust.verify(jws, 'the capture');
  requireEcho(payload, spec, session);
  await requireIdentity(payload, session);
  const position = positionOf(textOf(payload, 'bioType'), optionalText(payload, 'bioSubType'));
  if (position === undefined) throw new ReaderError('malformed', 'a record of an unknown position');
  const record = new Uint8Array(Buffer.from(textOf(payload, 'bioValue'), 'base64url'));
  const sample = await readDelivered(record, position);
  const score = Number(textOf(payload, 'qualityScore'));
  const frame: CapturedFrame = {
    position,
    ...sample,
    takenAt: new Date(textOf(payload, 'timestamp')).toISOString(),
    device: device.info.identity,
    sequence: 0,
    nonce: spec.nonce,
    signature: { algorithm: 'SBI RS256', value: jws, key: signerCertificate },
    ...(score >= 0 && score <= 100 ? { deviceQuality: score } : {}),
    simulated: device.info.simulated,
  };
  return { frame, record };
}

/** The payload must be the answer to this order, in this environment, now. */
function requireEcho(payload: JsonObject, spec: CaptureSpec, { device, time }: SbiSession): void {
  const expected = {
    transactionId: spec.nonce,
    purpose: 'Registration',
    env: device.env,
    deviceCode: device.deviceCode,
    bioType: SBI_TYPE[device.info.modality],
  };
  for (const [name, value] of Object.entries(expected)) {
    if (textOf(payload, name) !== value)
      throw new ReaderError('tampered', `${name} is not the one of this order`);
  }
  const off = Math.abs(Date.parse(textOf(payload, 'timestamp')) - time.now());
  if (!(off <= MAX_CLOCK_SKEW_MS)) throw new ReaderError('tampered', 'the time of the capture is not now');
}

async function requireIdentity(payload: JsonObject, { device, trust }: SbiSession): Promise<void> {
  const { payload: digitalId } = await trust.verify(textOf(payload, 'digitalId'), 'the digitalId');
  const { make, model, serial } = identityOf(digitalId);
  const known = device.info.identity;
  if (make !== known.make || model !== known.model || serial !== known.serial) {
    throw new ReaderError('tampered', `a capture of another device (${serial})`);
  }
}

import { grayImage } from '../../images/gray-image.ts';
import { positionsOf } from '../capture-target.ts';
import type { ReaderCore } from '../guard-reader.ts';
import { ReaderError } from '../reader-error.ts';
import type { CapturedFrame, CaptureSpec, CaptureTarget, PreviewFrame, ReaderInfo } from '../reader.ts';
import { receiveBlock, SIGNATURE_LENGTH } from './block-transfer.ts';
import { nextOf, sayHello, type Conversation } from './conversation.ts';
import { readInformation, type DeviceInformation } from './device-information.ts';
import { isSignedBy, nonceBytes, signedBytes } from './frame-signature.ts';
import { COMMAND, KIND, missingMask, positionOfCode, TARGET_CODE } from './open-capture-codes.ts';
import { u16, u32, writeCommand, type BlockHead } from './open-capture-reports.ts';
import type { ReportLine } from './report-line.ts';

const DEFAULT_QUALITY = 60;
const UNKNOWN_QUALITY = 255;

/** A device that has been asked who it is. */
export interface OpenedDevice extends DeviceInformation {
  readonly line: ReportLine;
  readonly payload: number;
  /** A new tag for each command: 1-255. */
  nextTag(): number;
}

/** HELLO and INFO. */
export async function openDevice(line: ReportLine, signal: AbortSignal): Promise<OpenedDevice> {
  let last = 0;
  const nextTag = (): number => (last = (last % 255) + 1);
  const payload = await sayHello(line, nextTag(), signal);
  const talk = { line, tag: nextTag(), payload, signal };
  await line.send(writeCommand(COMMAND.info, talk.tag, { payload }));
  const head = await expectBlock(talk);
  if (head.kind !== KIND.information) throw new ReaderError('malformed', 'no information');
  const information = readInformation(await receiveBlock(talk, head));
  await expectDone(talk, 1);
  return { ...information, line, payload, nextTag };
}

/** The device behind the port. `pinnedKey` is the key that was noted when the device was registered. */
export function openCaptureCore(
  device: OpenedDevice,
  info: ReaderInfo,
  pinnedKey: string | undefined,
): ReaderCore {
  let live: Conversation | undefined;
  return {
    info: async () => info,
    preview: (target, signal) => {
      live = begin(device, signal);
      return preview(live, target);
    },
    capture: async (spec, signal) => {
      // Whoever watches may not have pulled again since: the device must hear of it now.
      if (live !== undefined) await stop(live);
      live = undefined;
      const talk = begin(device, signal);
      return await abortOnFault(talk, () => capture(talk, { device, info, spec, pinnedKey }));
    },
    close: () => device.line.close(),
  };
}

function begin({ line, payload, nextTag }: OpenedDevice, signal: AbortSignal): Conversation {
  return { line, tag: nextTag(), payload, signal };
}

/** Whatever ends a command early, the device is told to stop. */
async function abortOnFault<T>(talk: Conversation, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await stop(talk);
    throw error;
  }
}

/** ABORT; a device that is gone need not hear it. */
async function stop(talk: Conversation): Promise<void> {
  await talk.line.send(writeCommand(COMMAND.abort, talk.tag, talk)).catch(() => undefined);
}

interface Order {
  readonly device: OpenedDevice;
  readonly info: ReaderInfo;
  readonly spec: CaptureSpec;
  readonly pinnedKey: string | undefined;
}

async function capture(talk: Conversation, order: Order): Promise<readonly CapturedFrame[]> {
  const { spec } = order;
  await talk.line.send(
    writeCommand(COMMAND.start, talk.tag, { payload: talk.payload, bytes: startArguments(spec) }),
  );
  const wanted = positionsOf(spec.target, spec.missing);
  const frames: CapturedFrame[] = [];
  for (let index = 0; index < wanted.length; index++) {
    const head = await expectBlock(talk);
    if (head.index !== index || head.count !== wanted.length) {
      throw new ReaderError(
        'wrong-count',
        `block ${head.index + 1} of ${head.count}, ${wanted.length} were asked for`,
      );
    }
    frames.push(readFrame(head, await receiveBlock(talk, head), order));
  }
  await expectDone(talk, wanted.length);
  return frames;
}

function startArguments(spec: CaptureSpec): number[] {
  return [
    targetCode(spec.target),
    ...u16(missingMask(spec.missing ?? [])),
    spec.requestedQuality ?? DEFAULT_QUALITY,
    ...u32(Math.ceil(spec.timeoutMs)),
    ...nonceBytes(spec.nonce),
  ];
}

function targetCode(target: CaptureTarget): number {
  if (target === 'face') throw new ReaderError('unsupported', 'the protocol has no faces');
  return TARGET_CODE[target];
}

function readFrame(
  head: BlockHead,
  bytes: Uint8Array,
  { device, info, spec, pinnedKey }: Order,
): CapturedFrame {
  const position = positionOfCode(head.position);
  if (position === undefined) throw new ReaderError('malformed', `a picture of position ${head.position}`);
  const pixels = bytes.slice(0, head.width * head.height);
  const ppi = head.ppi === 0 ? undefined : head.ppi;
  const signature = checkSignature(head, bytes, { device, spec, pinnedKey });
  return {
    position,
    image: grayImage(head.width, head.height, pixels, ppi),
    takenAt: new Date(Math.min(head.time, 8.64e15)).toISOString(),
    device: info.identity,
    sequence: head.sequence,
    nonce: spec.nonce,
    ...(signature === undefined ? {} : { signature }),
    ...(head.quality === UNKNOWN_QUALITY ? {} : { deviceQuality: Math.min(100, head.quality) }),
    simulated: info.simulated,
  };
}

/** A device that can sign must; a pinned key decides, not the one that the device told. */
function checkSignature(
  head: BlockHead,
  bytes: Uint8Array,
  { device, spec, pinnedKey }: Pick<Order, 'device' | 'spec' | 'pinnedKey'>,
): CapturedFrame['signature'] {
  const key = pinnedKey ?? device.key;
  if (key === undefined) {
    if (head.kind !== KIND.picture) throw new ReaderError('malformed', `a block of kind ${head.kind}`);
    return undefined;
  }
  if (head.kind !== KIND.signed)
    throw new ReaderError('tampered', 'an unsigned picture of a device that signs');
  const pixels = bytes.subarray(0, bytes.length - SIGNATURE_LENGTH);
  const signature = bytes.subarray(bytes.length - SIGNATURE_LENGTH);
  if (!isSignedBy(key, signedBytes(head, pixels, nonceBytes(spec.nonce)), signature)) {
    throw new ReaderError('tampered', 'the signature of the picture is wrong');
  }
  return { algorithm: 'OCP1 Ed25519', value: Buffer.from(signature).toString('base64'), key };
}

async function* preview(talk: Conversation, target: CaptureTarget): AsyncGenerator<PreviewFrame> {
  const bytes = [targetCode(target)];
  await talk.line.send(writeCommand(COMMAND.preview, talk.tag, { payload: talk.payload, bytes }));
  try {
    for (let sequence = 0; !talk.signal.aborted; sequence++) {
      const head = await expectBlock(talk);
      if (head.kind !== KIND.preview) throw new ReaderError('malformed', 'no preview picture');
      yield { image: grayImage(head.width, head.height, await receiveBlock(talk, head)), sequence };
    }
  } finally {
    await stop(talk);
  }
}

/** The next BLOCK; STATE in between only says that somebody is at work. */
async function expectBlock(talk: Conversation): Promise<BlockHead> {
  for (;;) {
    const report = await nextOf(talk);
    if (report.is === 'block') return report.head;
    if (report.is === 'done') throw new ReaderError('wrong-count', `DONE after ${report.blocks} blocks`);
    if (report.is !== 'state') throw new ReaderError('malformed', `${report.is} where a BLOCK is due`);
  }
}

/** DONE, past late copies of chunks that came twice. */
async function expectDone(talk: Conversation, blocks: number): Promise<void> {
  for (;;) {
    const report = await nextOf(talk);
    if (report.is === 'data' || report.is === 'state') continue;
    if (report.is === 'done' && report.blocks === blocks) return;
    throw new ReaderError('wrong-count', `${report.is} where DONE after ${blocks} is due`);
  }
}

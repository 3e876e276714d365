import { otherSide, positionsOf } from './capture-target.ts';
import { ReaderError } from './reader-error.ts';
import { isWatermarked } from './simulators/watermark.ts';
import type { CaptureSpec, CapturedFrame, ReaderInfo, ReaderMode } from './reader.ts';

/** Largest frame that is believed: a four-finger slap at 1,000 ppi. */
export const MAX_FRAME_PIXELS = 3200 * 2000;
const MIN_SIDE = 32;
const NONCE = /^[A-Za-z0-9-]{16,50}$/;

/** What the frames of one capture are held against. */
export interface FrameExpectation {
  readonly spec: CaptureSpec;
  readonly info: ReaderInfo;
  readonly mode: ReaderMode;
  /** The highest sequence seen from this open reader so far. */
  readonly lastSequence: number;
}

/** Refuses an order that no device could serve, before any device sees it. */
export function checkSpec(spec: CaptureSpec, info: ReaderInfo): void {
  if (!NONCE.test(spec.nonce)) throw new ReaderError('malformed', 'the nonce is not 16-50 letters or digits');
  if (!(spec.timeoutMs > 0)) throw new ReaderError('malformed', 'the time limit is not positive');
  if (!info.targets.includes(spec.target)) {
    throw new ReaderError('unsupported', `${info.id} does not capture ${spec.target}`);
  }
  if (positionsOf(spec.target, spec.missing).length === 0) {
    throw new ReaderError('wrong-count', `all of ${spec.target} is missing`);
  }
}

/**
 * The last door before a frame is passed on, the same for every adapter: right positions in the
 * right order, this order's nonce, this device, a sequence that rises, whole pixels, and no
 * simulator in production. Throws `ReaderError`.
 */
export function checkFrames(frames: readonly CapturedFrame[], expected: FrameExpectation): void {
  const wanted = positionsOf(expected.spec.target, expected.spec.missing);
  const got = frames.map((frame) => frame.position);
  if (!sameList(got, wanted)) {
    const problem = sameList(got.map(otherSide).sort(), [...wanted].sort()) ? 'wrong-hand' : 'wrong-count';
    throw new ReaderError(problem, `asked for ${wanted.join(' ')}, got ${got.join(' ') || 'nothing'}`);
  }
  let last = expected.lastSequence;
  for (const frame of frames) {
    checkFrame(frame, expected);
    if (!Number.isSafeInteger(frame.sequence) || frame.sequence <= last) {
      throw new ReaderError('tampered', `frame ${frame.sequence} came after ${last}`);
    }
    last = frame.sequence;
  }
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

function checkFrame(frame: CapturedFrame, { spec, info, mode }: FrameExpectation): void {
  if (mode === 'production' && (frame.simulated || info.simulated || isWatermarked(frame.image))) {
    throw new ReaderError('simulator-refused', `${info.id} is a simulator`);
  }
  if (frame.simulated !== info.simulated) {
    throw new ReaderError('tampered', 'a frame and its reader disagree about being simulated');
  }
  if (frame.nonce !== spec.nonce) throw new ReaderError('tampered', 'a frame of another order');
  const { device } = frame;
  if (device.serial !== info.identity.serial || device.make !== info.identity.make) {
    throw new ReaderError('tampered', `a frame of another device (${device.serial})`);
  }
  if (Number.isNaN(Date.parse(frame.takenAt))) throw new ReaderError('malformed', 'a frame without a time');
  checkPixels(frame);
}

function checkPixels({ image, position }: CapturedFrame): void {
  const { width, height, pixels } = image;
  if (Math.min(width, height) < MIN_SIDE || width * height > MAX_FRAME_PIXELS) {
    throw new ReaderError('malformed', `a picture of ${width}x${height} for ${position}`);
  }
  if (pixels.length !== width * height) {
    throw new ReaderError('malformed', `half a picture: ${pixels.length} of ${width * height} pixels`);
  }
}

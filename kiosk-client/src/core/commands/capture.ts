import type { GrayImage } from '@permit/biometrics/images/gray-image.ts';
import { positionsOf } from '@permit/biometrics/readers/capture-target.ts';
import type { CapturedFrame, CaptureTarget } from '@permit/biometrics/readers/reader.ts';
import type { CommandInput } from '../../kiosk-api.ts';
import { type CaptureSession, holdSample } from '../capture/capture-session.ts';
import { captureView } from '../capture/capture-view.ts';
import { captureAtReader } from '../devices/capture-at-reader.ts';
import { heldSample, pngOf } from '../devices/held-sample.ts';
import { judgeImage } from '../devices/judge-image.ts';
import { smallImage } from '../devices/small-image.ts';
import type { Handler, KioskContext } from '../kiosk-context.ts';
import { requireCapture, requireOperator, stationTime } from '../kiosk-context.ts';
import { KioskProblem } from '../kiosk-problem.ts';
import { changeCapture } from './open-capture.ts';

/** One act at the reader for the open capture; better samples replace worse ones. */
export const capture: Handler<'capture'> = async (context, { captureId, target }) => {
  requireOperator(context);
  const session = requireCapture(context, captureId);
  if (!session.notice) throw new KioskProblem('notice-first');
  const frames = await takeFrames(
    context,
    target,
    session.exceptions.map(({ position }) => position),
  );
  context.memory.simulatedReader = frames.some(({ simulated }) => simulated);
  const samples = await Promise.all(frames.map((frame) => heldSample(frame, stationTime(context))));
  // The session may have changed while the reader worked: what was decided meanwhile stays.
  const now: CaptureSession = requireCapture(context, captureId);
  return changeCapture(context, samples.reduce(holdSample, now));
};

/** Live view and capture at the first able reader; a second order stops the first. */
export async function takeFrames(
  context: KioskContext,
  target: CaptureTarget,
  missing: Parameters<typeof positionsOf>[1] = [],
): Promise<readonly CapturedFrame[]> {
  const { memory, readers, config } = context;
  memory.stopReader?.abort();
  const stop = new AbortController();
  memory.stopReader = stop;
  try {
    return await captureAtReader(readers, {
      target,
      missing,
      timeoutMs: config.captureTimeoutMs,
      previewMs: config.previewMs,
      signal: stop.signal,
      onPreview: (image) => showPreview(context, target, image),
    });
  } finally {
    if (memory.stopReader === stop) memory.stopReader = undefined;
    // The live view is over, however it ended.
    context.emit({ type: 'capture', capture: memory.capture ? captureView(memory.capture) : null });
  }
}

async function showPreview(
  context: KioskContext,
  target: CommandInput<'capture'>['target'],
  image: GrayImage,
): Promise<void> {
  const { quality, reasons } = judgeImage(image, positionsOf(target)[0]!);
  const png = await pngOf(smallImage(image));
  const pngBase64 = Buffer.from(png).toString('base64');
  context.emit({ type: 'preview', target, pngBase64, ring: quality, reasons: [...reasons] });
}

export const stopCapture: Handler<'stopCapture'> = async (context, { captureId }) => {
  context.memory.stopReader?.abort();
  return changeCapture(context, requireCapture(context, captureId));
};

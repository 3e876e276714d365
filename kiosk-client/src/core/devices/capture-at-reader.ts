import { randomUUID } from 'node:crypto';
import type { BodyPosition } from '@permit/biometrics/codes.ts';
import type { GrayImage } from '@permit/biometrics/images/gray-image.ts';
import { positionsOf } from '@permit/biometrics/readers/capture-target.ts';
import type {
  CapturedFrame,
  CaptureTarget,
  OpenReader,
  ReaderAdapter,
} from '@permit/biometrics/readers/reader.ts';
import { KioskProblem } from '../kiosk-problem.ts';

export interface ReaderOrder {
  readonly target: CaptureTarget;
  /** Positions with a proposed exception. */
  readonly missing: readonly BodyPosition[];
  readonly timeoutMs: number;
  /** How long the live view runs before the capture, so that the person can see and correct themselves. */
  readonly previewMs: number;
  readonly signal: AbortSignal;
  readonly onPreview: (image: GrayImage) => Promise<void>;
}

/**
 * One act at the first ready reader that can do it: live view, then the frames. Throws ReaderError, or
 * KioskProblem `no-reader` and `all-missing`.
 */
export async function captureAtReader(
  readers: ReaderAdapter,
  order: ReaderOrder,
): Promise<readonly CapturedFrame[]> {
  if (positionsOf(order.target, order.missing).length === 0) throw new KioskProblem('all-missing');
  const reader = await openReaderFor(readers, order);
  try {
    await showPreview(reader, order);
    return await reader.capture(
      { target: order.target, missing: order.missing, timeoutMs: order.timeoutMs, nonce: randomUUID() },
      order.signal,
    );
  } finally {
    await reader.close();
  }
}

async function openReaderFor(readers: ReaderAdapter, { target, signal }: ReaderOrder): Promise<OpenReader> {
  const found = await readers.discover(signal);
  const able = found.filter(({ targets }) => targets.includes(target));
  const best = able.find(({ status }) => status === 'ready') ?? able[0];
  if (!best) throw new KioskProblem('no-reader', target);
  return readers.open(best.id, signal);
}

/** A live view that fails is no reason not to capture. */
async function showPreview(reader: OpenReader, order: ReaderOrder): Promise<void> {
  if (order.previewMs <= 0) return;
  // Not AbortSignal.any over AbortSignal.timeout: Node 20 may collect the timer, and the view would never end.
  const stop = new AbortController();
  const end = () => stop.abort();
  const timer = setTimeout(end, order.previewMs);
  order.signal.addEventListener('abort', end, { once: true });
  try {
    for await (const { image } of reader.preview(order.target, stop.signal)) {
      if (stop.signal.aborted) break;
      await order.onPreview(image);
    }
  } catch {
    // Falls through to the capture, which names the fault.
  } finally {
    clearTimeout(timer);
    order.signal.removeEventListener('abort', end);
  }
}

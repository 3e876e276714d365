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
  readers: Pick<ReaderAdapter, 'discover' | 'open'>,
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

async function openReaderFor(
  readers: Pick<ReaderAdapter, 'discover' | 'open'>,
  { target, signal }: ReaderOrder,
): Promise<OpenReader> {
  const found = await readers.discover(signal);
  const able = found.filter(({ targets }) => targets.includes(target));
  const best = able.find(({ status }) => status === 'ready') ?? able[0];
  if (!best) throw new KioskProblem('no-reader', target);
  return readers.open(best.id, signal);
}

/** A live view that fails, or never begins, is no reason not to capture. */
async function showPreview(reader: OpenReader, order: ReaderOrder): Promise<void> {
  if (order.previewMs <= 0) return;
  const enough = new AbortController();
  const stop = AbortSignal.any([order.signal, enough.signal, AbortSignal.timeout(order.timeoutMs)]);
  let timer: NodeJS.Timeout | undefined;
  try {
    for await (const { image } of reader.preview(order.target, stop)) {
      if (stop.aborted) break;
      // Counted from the first picture: a person can only correct themselves by what they see.
      timer ??= setTimeout(() => enough.abort(), order.previewMs);
      await order.onPreview(image);
    }
  } catch {
    // Falls through to the capture, which names the fault.
  } finally {
    clearTimeout(timer);
  }
}

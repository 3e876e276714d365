import { checkFrames, checkSpec } from './check-frames.ts';
import { asReaderError, ReaderError } from './reader-error.ts';
import { withDeadline, type ReaderTime } from './reader-time.ts';
import type {
  CaptureSpec,
  CapturedFrame,
  CaptureTarget,
  OpenReader,
  PreviewFrame,
  ReaderInfo,
  ReaderMode,
} from './reader.ts';

/** What an adapter writes for one device; everything that is the same for all lives in `guardReader`. */
export interface ReaderCore {
  info(signal: AbortSignal): Promise<ReaderInfo>;
  preview(target: CaptureTarget, signal: AbortSignal): AsyncIterable<PreviewFrame>;
  capture(spec: CaptureSpec, signal: AbortSignal): Promise<readonly CapturedFrame[]>;
  close(): Promise<void>;
}

export interface GuardDeps {
  readonly mode: ReaderMode;
  readonly time: ReaderTime;
  /** How the device described itself when it was opened. */
  readonly opened: ReaderInfo;
}

const INFO_LIMIT_MS = 5_000;
const CLOSE_LIMIT_MS = 2_000;
/** A device gets this long after the order's own limit before it is given up as hung. */
const GRACE_MS = 500;

/**
 * One device behind the port: one capture at a time, a deadline on everything even if the device
 * hangs, only `ReaderError`s, and every frame checked before it is passed on.
 */
export function guardReader(core: ReaderCore, deps: GuardDeps): OpenReader {
  const { mode, time, opened } = deps;
  if (mode === 'production' && opened.simulated) {
    throw new ReaderError('simulator-refused', `${opened.id} is a simulator`);
  }
  let closed = false;
  let capturing = false;
  let lastSequence = -1;
  const liveViews = new Set<AbortController>();

  const requireOpen = (): void => {
    if (closed) throw new ReaderError('not-ready', `${opened.id} is closed`);
  };
  const once = async (spec: CaptureSpec, signal?: AbortSignal): Promise<readonly CapturedFrame[]> => {
    const limit = { milliseconds: spec.timeoutMs + GRACE_MS, what: `capture on ${opened.id}`, signal };
    const frames = await withDeadline(time, limit, (stop) => core.capture(spec, stop));
    checkFrames(frames, { spec, info: opened, mode, lastSequence });
    lastSequence = frames.at(-1)!.sequence;
    return frames;
  };

  return {
    info: async (signal) => {
      requireOpen();
      const limit = { milliseconds: INFO_LIMIT_MS, what: `info of ${opened.id}`, signal };
      return await withDeadline(time, limit, (stop) => core.info(stop)).catch(rethrow);
    },
    preview: (target, signal) => {
      requireOpen();
      return liveView({ core, target, signal, liveViews });
    },
    capture: async (spec, signal) => {
      requireOpen();
      checkSpec(spec, opened);
      if (capturing) throw new ReaderError('busy', `${opened.id} is capturing`);
      capturing = true;
      // A device shows or measures, not both.
      endAll(liveViews);
      try {
        return await once(spec, signal).catch(rethrow);
      } finally {
        capturing = false;
      }
    },
    close: async () => {
      if (closed) return;
      closed = true;
      endAll(liveViews);
      const limit = { milliseconds: CLOSE_LIMIT_MS, what: `closing ${opened.id}` };
      // A device that is gone cannot be closed any better than this.
      await withDeadline(time, limit, () => core.close()).catch(() => undefined);
    },
  };
}

/** An aborted live view ends; any other failure is a `ReaderError`. */
async function* liveView(view: {
  readonly core: ReaderCore;
  readonly target: CaptureTarget;
  readonly signal: AbortSignal;
  readonly liveViews: Set<AbortController>;
}): AsyncGenerator<PreviewFrame> {
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  view.liveViews.add(stop);
  view.signal.addEventListener('abort', abort, { once: true });
  if (view.signal.aborted) abort();
  try {
    for await (const frame of view.core.preview(view.target, stop.signal)) {
      if (stop.signal.aborted) return;
      yield frame;
    }
  } catch (error) {
    if (!stop.signal.aborted) throw asReaderError(error);
  } finally {
    view.signal.removeEventListener('abort', abort);
    view.liveViews.delete(stop);
    stop.abort();
  }
}

function endAll(liveViews: ReadonlySet<AbortController>): void {
  for (const view of liveViews) view.abort();
}

function rethrow(error: unknown): never {
  throw asReaderError(error);
}

import type { AdapterSetup } from '../adapter-setup.ts';
import { guardReader, type ReaderCore } from '../guard-reader.ts';
import type { ReaderError } from '../reader-error.ts';
import type { ReaderTime } from '../reader-time.ts';
import type {
  CapturedFrame,
  OpenReader,
  PreviewFrame,
  ReaderAdapter,
  ReaderInfo,
  ReaderMode,
} from '../reader.ts';
import type { AdapterChild } from './adapter-child.ts';
import { adapterLine, type AdapterLine } from './adapter-line.ts';

export interface SupervisionOptions {
  readonly mode: ReaderMode;
  readonly time: ReaderTime;
  readonly setup: AdapterSetup;
  readonly startChild: () => AdapterChild;
  /** Silence after which a child counts as hung; longer than it takes to grow a synthetic finger. */
  readonly hangMs?: number;
  readonly onRefused?: (what: string, error: ReaderError) => void;
  readonly onRestart?: (reason: string) => void;
}

/** For the station's panel. */
export interface AdapterHealth {
  readonly state: 'not-started' | 'starting' | 'running' | 'hung' | 'ended';
  readonly pid: number | undefined;
  readonly restarts: number;
  readonly lastReason: string | undefined;
}

export interface SupervisedAdapter extends ReaderAdapter {
  health(): AdapterHealth;
  /** The next use runs under this setup (another synthetic person, other roots) in a new process. */
  change(setup: AdapterSetup): void;
}

const PING_INTERVAL_MS = 500;
const HANG_MS = 5_000;
/** Loading the programs of an adapter takes seconds on a busy station. */
const START_LIMIT_MS = 30_000;

/**
 * An adapter in a process of its own. When that process ends or hangs, whatever it was doing fails
 * with `driver`; the next use starts it again and opens the device again, so that a session goes on.
 */
export function superviseAdapter(options: SupervisionOptions): SupervisedAdapter {
  const { time, mode, hangMs = HANG_MS, onRefused = () => undefined } = options;
  let setup = options.setup;
  let line: AdapterLine | undefined;
  let restarts = -1;
  let lastReason: string | undefined;
  let watch = new AbortController();
  let opened = 0;

  const lose = (lost: AdapterLine, reason: string): void => {
    if (line !== lost) return;
    line = undefined;
    watch.abort();
    lastReason = reason;
    options.onRestart?.(reason);
  };
  const start = (): AdapterLine => {
    const child = options.startChild();
    const started = adapterLine(child, { now: () => time.now(), onRefused });
    restarts++;
    line = started;
    watch = new AbortController();
    child.onEnd((reason) => {
      if (line !== started) return;
      lose(started, reason);
      // Ready again before somebody asks; one that never came up is not tried in a loop.
      if (started.heardAt !== undefined) start();
    });
    child.send({ kind: 'setup', setup, mode });
    void watchOver(started, { time, hangMs, signal: watch.signal });
    return started;
  };
  const current = (): AdapterLine => (line?.alive === true ? line : start());
  const stop = (reason: string): void => {
    const stopped = line;
    if (stopped === undefined) return;
    lose(stopped, reason);
    stopped.child.kill();
  };

  return {
    name: setup.door,
    discover: async (signal) => (await current().ask({ do: 'discover' }, signal)) as readonly ReaderInfo[],
    open: async (readerId, signal): Promise<OpenReader> => {
      const number = ++opened;
      const info = (await current().ask({ do: 'open', readerId, open: number }, signal)) as ReaderInfo;
      const core = supervisedCore({ readerId, number, current, openedOn: line });
      return guardReader(core, { mode, time, opened: info });
    },
    health: () => ({
      state: stateOf(line, { time, hangMs, restarts }),
      pid: line?.child.pid,
      restarts: Math.max(0, restarts),
      lastReason,
    }),
    change: (next) => {
      setup = next;
      stop('its setup was changed');
    },
    close: async () => stop('closed'),
  };
}

function stateOf(
  line: AdapterLine | undefined,
  {
    time,
    hangMs,
    restarts,
  }: { readonly time: ReaderTime; readonly hangMs: number; readonly restarts: number },
): AdapterHealth['state'] {
  if (line === undefined) return restarts < 0 ? 'not-started' : 'ended';
  if (line.heardAt === undefined) return 'starting';
  return time.now() - line.heardAt > hangMs ? 'hung' : 'running';
}

/** Asks for a sign of life twice a second and ends a child that gives none. */
async function watchOver(
  line: AdapterLine,
  {
    time,
    hangMs,
    signal,
  }: { readonly time: ReaderTime; readonly hangMs: number; readonly signal: AbortSignal },
): Promise<void> {
  const started = time.now();
  try {
    for (;;) {
      line.child.send({ kind: 'ping' });
      await time.sleep(PING_INTERVAL_MS, signal);
      const limit = line.heardAt === undefined ? START_LIMIT_MS : hangMs;
      if (time.now() - (line.heardAt ?? started) > limit) return line.child.kill();
    }
  } catch {
    // The watch is over: the child ended or was stopped.
  }
}

function supervisedCore(desk: {
  readonly readerId: string;
  readonly number: number;
  readonly current: () => AdapterLine;
  readonly openedOn: AdapterLine | undefined;
}): ReaderCore {
  const { readerId, number: open, current } = desk;
  let openedOn = desk.openedOn;
  /** The running child, with this device open in it. */
  const ready = async (signal?: AbortSignal): Promise<AdapterLine> => {
    const line = current();
    if (line !== openedOn) {
      await line.ask({ do: 'open', readerId, open }, signal);
      openedOn = line;
    }
    return line;
  };
  return {
    info: async (signal) => (await (await ready(signal)).ask({ do: 'info', open }, signal)) as ReaderInfo,
    capture: async (spec, signal) =>
      (await (await ready(signal)).ask({ do: 'capture', open, spec }, signal)) as readonly CapturedFrame[],
    preview: async function* (target, signal) {
      const line = await ready();
      await line.ask({ do: 'preview-start', open, target });
      try {
        while (!signal.aborted) {
          const frame = (await line.ask({ do: 'preview-next', open })) as PreviewFrame | undefined;
          if (frame === undefined) return;
          yield frame;
        }
      } finally {
        await line.ask({ do: 'preview-stop', open }).catch(() => undefined);
      }
    },
    close: async () => {
      if (openedOn?.alive === true) await openedOn.ask({ do: 'close', open });
    },
  };
}

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
import { watchOver } from './watch-over.ts';

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

const HANG_MS = 8_000;
/** Whoever lived shorter than this is not started again unasked: it would only fall over again. */
const LONG_LIFE_MS = 10_000;

/**
 * An adapter in a process of its own. When that process ends or hangs, whatever it was doing fails
 * with `driver`; the next use starts it again and opens the device again, so that a session goes on.
 */
export function superviseAdapter(options: SupervisionOptions): SupervisedAdapter {
  const keeper = new ChildKeeper(options);
  const { time, mode } = options;
  const current = (): AdapterLine => keeper.current();
  let opened = 0;
  return {
    name: options.setup.door,
    discover: async (signal) => (await current().ask({ do: 'discover' }, signal)) as readonly ReaderInfo[],
    open: async (readerId, signal): Promise<OpenReader> => {
      const number = ++opened;
      const openedOn = current();
      const info = (await openedOn.ask({ do: 'open', readerId, open: number }, signal)) as ReaderInfo;
      return guardReader(supervisedCore({ readerId, number, current, openedOn }), {
        mode,
        time,
        opened: info,
      });
    },
    health: () => keeper.health(),
    change: (setup) => keeper.change(setup),
    close: async () => keeper.stop('closed'),
  };
}

/** Starts, watches and ends the one child of an adapter. */
class ChildKeeper {
  readonly #options: SupervisionOptions;
  readonly #hangMs: number;
  #setup: AdapterSetup;
  #line: AdapterLine | undefined;
  #watch = new AbortController();
  #starts = 0;
  #lastReason: string | undefined;

  constructor(options: SupervisionOptions) {
    this.#options = options;
    this.#setup = options.setup;
    this.#hangMs = options.hangMs ?? HANG_MS;
  }

  /** The running child; starts it where there is none. */
  current(): AdapterLine {
    return this.#line?.alive === true ? this.#line : this.#start();
  }

  change(setup: AdapterSetup): void {
    this.#setup = setup;
    this.stop('its setup was changed');
  }

  stop(reason: string): void {
    const stopped = this.#line;
    if (stopped === undefined) return;
    this.#lose(reason);
    stopped.child.kill();
  }

  health(): AdapterHealth {
    const restarts = Math.max(0, this.#starts - 1);
    return { state: this.#state(), pid: this.#line?.child.pid, restarts, lastReason: this.#lastReason };
  }

  #start(): AdapterLine {
    const { time, mode, startChild, onRefused = () => undefined } = this.#options;
    const child = startChild();
    const line = adapterLine(child, { now: () => time.now(), onRefused });
    const startedAt = time.now();
    this.#starts++;
    this.#line = line;
    this.#watch = new AbortController();
    child.onEnd((reason) => {
      if (this.#line !== line) return;
      this.#lose(reason);
      // Ready again before somebody asks.
      if (time.now() - startedAt > LONG_LIFE_MS) this.#start();
    });
    child.send({ kind: 'setup', setup: this.#setup, mode });
    void watchOver(line, { time, hangMs: this.#hangMs, signal: this.#watch.signal });
    return line;
  }

  #lose(reason: string): void {
    this.#line = undefined;
    this.#watch.abort();
    this.#lastReason = reason;
    this.#options.onRestart?.(reason);
  }

  #state(): AdapterHealth['state'] {
    const line = this.#line;
    if (line === undefined) return this.#starts === 0 ? 'not-started' : 'ended';
    if (line.heardAt === undefined) return 'starting';
    return this.#options.time.now() - line.heardAt > this.#hangMs ? 'hung' : 'running';
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

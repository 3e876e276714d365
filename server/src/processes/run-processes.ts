import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';
import { untilStopped } from '../until-stopped.ts';

/** A process that ends by itself is started anew after a second, one that ends again and again after half a minute. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** Who has run so long had no fault of its start. */
const SETTLED_MS = 60_000;

/**
 * What a request leaves behind is dead when it is answered; with room for more of it (V8's default is 16 MB) less is
 * copied while it dies: 6 % of the processor time of an answer.
 */
export const PROCESS_ARGUMENTS = ['--max-semi-space-size=32'];

/**
 * Runs this program in so many processes that answer at one port, and starts anew whichever ends by itself. One that ends
 * before it ever listened ends them all: its fault is in the configuration, and trying again would hide it. Answers the exit
 * code: 0 when it was told to stop, else that of the process that could not start.
 */
export async function runProcesses(count: number, log: Pick<Logger, 'info' | 'error'>): Promise<number> {
  cluster.setupPrimary({ execArgv: [...process.execArgv, ...PROCESS_ARGUMENTS] });
  const processes = new Processes(log);
  for (let started = 0; started < count; started += 1) processes.start(FIRST_PAUSE_MS);
  const code = await Promise.race([untilStopped(log).then(() => 0), processes.untilOneCannotStart()]);
  await processes.stop();
  return code;
}

class Processes {
  readonly #log: Pick<Logger, 'info' | 'error'>;
  readonly #running = new Set<Worker>();
  readonly #pauses = new Set<NodeJS.Timeout>();
  #cannotStart: (code: number) => void = () => undefined;
  #everyoneEnded: () => void = () => undefined;
  #stopping = false;

  constructor(log: Pick<Logger, 'info' | 'error'>) {
    this.#log = log;
  }

  /** Starts one; should it end by itself, another takes its place after this pause. */
  start(pauseMs: number): void {
    const startedAt = performance.now();
    const worker = cluster.fork();
    let listened = false;
    this.#running.add(worker);
    worker.once('listening', () => (listened = true));
    worker.once('exit', (code: number | null, signal: string | null) => {
      this.#running.delete(worker);
      if (this.#running.size === 0) this.#everyoneEnded();
      if (this.#stopping) return;
      this.#log.error(
        { pid: worker.process.pid, code, signal },
        'a process of the permit API ended by itself',
      );
      if (!listened) return this.#cannotStart(code || 1);
      this.#startLater(performance.now() - startedAt > SETTLED_MS ? FIRST_PAUSE_MS : pauseMs);
    });
  }

  #startLater(pauseMs: number): void {
    const pause = setTimeout(() => {
      this.#pauses.delete(pause);
      this.start(Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
    }, pauseMs);
    this.#pauses.add(pause);
  }

  untilOneCannotStart(): Promise<number> {
    return new Promise((cannotStart) => (this.#cannotStart = cannotStart));
  }

  /** Tells all to end what they are doing, and waits for them. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const pause of this.#pauses) clearTimeout(pause);
    const ended = new Promise<void>((everyoneEnded) => (this.#everyoneEnded = everyoneEnded));
    for (const worker of this.#running) worker.process.kill('SIGTERM');
    if (this.#running.size > 0) await ended;
  }
}

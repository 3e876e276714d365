import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Examined, SentAs } from './examined.ts';

const MEMORY_MB = 256;
/** What the PDF reader may grow to, in pages of 64 KiB: 384 MB. A page that wants more ends its process. */
const READER_PAGES = 6_144;
/** To whoever waits the file is unreadable; whoever can wait tries again. */
const LOST: Examined = { ok: false, reason: 'unreadable', lost: true };
const TOO_LONG: Examined = { ok: false, reason: 'took-too-long' };

/** How long one file may take, in milliseconds: a picture is one, a PDF may be forty. */
export interface Timeouts {
  readonly pictureMs: number;
  readonly pdfMs: number;
}

/**
 * One process with a memory limit that examines one file at a time. A file that hangs or kills it is refused, and
 * nobody else's with it; the next file gets a new process.
 */
export class IntakeChild {
  readonly #timeouts: Timeouts;
  #process: ChildProcess | undefined;
  #ready: Promise<void> = Promise.resolve();
  #settle: ((examined: Examined) => void) | undefined;

  constructor(timeouts: Timeouts) {
    this.#timeouts = timeouts;
  }

  /** The time allowed begins when the process has started and holds the file, not while either is waited for. */
  async examine(bytes: Uint8Array, sentAs: SentAs): Promise<Examined> {
    const child = (this.#process ??= this.#start());
    await this.#ready;
    if (this.#process !== child) return LOST;
    const isPdf = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '%PDF';
    const allowedMs = isPdf ? this.#timeouts.pdfMs : this.#timeouts.pictureMs;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, allowedMs);
    const examined = await new Promise<Examined>((resolve) => {
      this.#settle = resolve;
      child.send({ bytes, sentAs }, (error) => error && child.kill('SIGKILL'));
    });
    clearTimeout(timer);
    this.#settle = undefined;
    return late ? TOO_LONG : examined;
  }

  close(): void {
    const last = this.#process;
    this.#process = undefined;
    if (last?.connected) last.disconnect();
    this.#settle?.(LOST);
  }

  #start(): ChildProcess {
    // From sources the child needs the type stripper; from a production bundle it does not.
    const fromSource = import.meta.url.endsWith('.ts');
    const path = new URL(fromSource ? './intake-process.ts' : './intake-process.js', import.meta.url);
    const execArgv = [
      ...(fromSource ? ['--import', 'tsx'] : []),
      `--max-old-space-size=${MEMORY_MB}`,
      `--wasm-max-mem-pages=${READER_PAGES}`,
    ];
    const started = fork(path, {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    giveWay(started);
    this.#ready = new Promise((resolve) => {
      started.once('message', () => resolve());
      started.once('exit', () => resolve());
      started.once('error', () => resolve());
    });
    started.on('message', (message: { examined?: Examined }) => {
      if (message.examined) this.#settle?.(message.examined);
    });
    const ended = () => {
      if (this.#process === started) this.#process = undefined;
      this.#settle?.(LOST);
    };
    started.once('exit', ended);
    // No process to be had (out of processes or memory): unheard, this event would end the server.
    started.once('error', ended);
    return started;
  }
}

/** A file is examined with what the answers to everybody else leave of the processor. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system has no such thing: then it takes its turn like the others.
  }
}

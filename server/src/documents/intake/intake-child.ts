import { fork, type ChildProcess } from 'node:child_process';
import type { Examined } from './examine-file.ts';

const MEMORY_MB = 256;
const UNREADABLE: Examined = { ok: false, reason: 'unreadable' };

/**
 * One process with a memory limit that examines one file at a time. A file that hangs or kills it is refused as
 * unreadable, and nobody else's with it; the next file gets a new process.
 */
export class IntakeChild {
  readonly #timeoutMs: number;
  #process: ChildProcess | undefined;
  #ready: Promise<void> = Promise.resolve();
  #settle: ((examined: Examined) => void) | undefined;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** The time allowed begins when the process has started and holds the file, not while either is waited for. */
  async examine(bytes: Uint8Array): Promise<Examined> {
    const child = (this.#process ??= this.#start());
    await this.#ready;
    if (this.#process !== child) return UNREADABLE;
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#timeoutMs);
    const examined = await new Promise<Examined>((resolve) => {
      this.#settle = resolve;
      child.send({ bytes }, (error) => error && child.kill('SIGKILL'));
    });
    clearTimeout(timer);
    this.#settle = undefined;
    return examined;
  }

  close(): void {
    const last = this.#process;
    this.#process = undefined;
    if (last?.connected) last.disconnect();
    this.#settle?.(UNREADABLE);
  }

  #start(): ChildProcess {
    // From sources the child needs the type stripper; from a production bundle it does not.
    const fromSource = import.meta.url.endsWith('.ts');
    const path = new URL(fromSource ? './intake-process.ts' : './intake-process.js', import.meta.url);
    const execArgv = [...(fromSource ? ['--import', 'tsx'] : []), `--max-old-space-size=${MEMORY_MB}`];
    const started = fork(path, {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#ready = new Promise((resolve) => {
      started.once('message', () => resolve());
      started.once('exit', () => resolve());
    });
    started.on('message', (message: { examined?: Examined }) => {
      if (message.examined) this.#settle?.(message.examined);
    });
    started.once('exit', () => {
      if (this.#process === started) this.#process = undefined;
      this.#settle?.(UNREADABLE);
    });
    return started;
  }
}

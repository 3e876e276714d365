import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { FromAdapter, ToAdapter } from './adapter-messages.ts';

/** A process that serves one adapter. */
export interface AdapterChild {
  readonly pid: number | undefined;
  send(message: ToAdapter): void;
  onMessage(listener: (message: FromAdapter) => void): void;
  /** Called once when it is gone, for whatever reason. */
  onEnd(listener: (reason: string) => void): void;
  kill(): void;
}

/** Starts `adapter-main`; a bundled program names its own built file. */
export function forkAdapter(entry = join(import.meta.dirname, 'adapter-main.ts')): AdapterChild {
  const child = fork(entry, {
    serialization: 'advanced',
    execArgv: entry.endsWith('.ts') ? ['--import', 'tsx'] : [],
    // Bare `tsx` is looked up from here.
    cwd: dirname(entry),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let ended = false;
  const listeners: ((reason: string) => void)[] = [];
  const end = (reason: string): void => {
    if (ended) return;
    ended = true;
    listeners.forEach((listener) => listener(reason));
  };
  child.once('exit', (code, signal) => end(`it ended with ${signal ?? code}`));
  child.once('error', (error) => end(error.message));
  return {
    pid: child.pid,
    send: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromAdapter)),
    onEnd: (listener) => void listeners.push(listener),
    kill: () => void child.kill('SIGKILL'),
  };
}

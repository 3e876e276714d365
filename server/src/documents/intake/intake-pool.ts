import { fork, type ChildProcess } from 'node:child_process';
import type { Examined } from './examine-file.ts';

const TIMEOUT_MS = 10_000;
const MEMORY_MB = 256;

interface Waiting {
  readonly resolve: (examined: Examined) => void;
  readonly timer: NodeJS.Timeout;
}

export interface IntakePool {
  examine(bytes: Uint8Array): Promise<Examined>;
  close(): void;
}

/**
 * Decodes files in a child process with a memory limit. A file that hangs or kills the child is refused as
 * unreadable; the next one gets a new child.
 */
export function createIntakePool({ timeoutMs = TIMEOUT_MS } = {}): IntakePool {
  let child: ChildProcess | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function refuseAll(): void {
    for (const { resolve, timer } of waiting.values()) {
      clearTimeout(timer);
      resolve({ ok: false, reason: 'unreadable' });
    }
    waiting.clear();
  }
  function start(): ChildProcess {
    // From sources the child needs the type stripper; from a production bundle it does not.
    const fromSource = import.meta.url.endsWith('.ts');
    const path = new URL(fromSource ? './intake-process.ts' : './intake-process.js', import.meta.url);
    const execArgv = [...(fromSource ? ['--import', 'tsx'] : []), `--max-old-space-size=${MEMORY_MB}`];
    const started = fork(path, {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.on('message', ({ id, examined }: { id: number; examined: Examined }) => {
      const answer = waiting.get(id);
      waiting.delete(id);
      clearTimeout(answer?.timer);
      answer?.resolve(examined);
    });
    started.on('exit', () => {
      if (child !== started) return;
      child = undefined;
      refuseAll();
    });
    return started;
  }
  return {
    examine: (bytes) =>
      new Promise((resolve) => {
        child ??= start();
        const id = (lastId += 1);
        const timer = setTimeout(() => child?.kill('SIGKILL'), timeoutMs);
        waiting.set(id, { resolve, timer });
        child.send({ id, bytes }, (error) => error && child?.kill('SIGKILL'));
      }),
    close() {
      const last = child;
      child = undefined;
      last?.disconnect();
      refuseAll();
    },
  };
}

import type { PaperInput } from '@permit/domain/papers/paper.ts';
import { fork, type ChildProcess } from 'node:child_process';
import type { Pressed } from './press-process.ts';

const TIMEOUT_MS = 20_000;
const MEMORY_MB = 512;

interface Waiting {
  readonly resolve: (pressed: Pressed) => void;
  readonly timer: NodeJS.Timeout;
}

/** Draws papers as PDF (decision 0011). */
export interface PaperPress {
  /** The PDF's bytes: the same paper gives the same bytes. Throws PaperFault where it cannot be drawn. */
  draw(paper: PaperInput): Promise<Buffer>;
  close(): void;
}

/** A paper that cannot be drawn; the message holds field names and code points only. */
export class PaperFault extends Error {
  override readonly name = 'PaperFault';
}

/**
 * Papers are drawn in a child process: shaping text takes tens of milliseconds that the API must not stand still for,
 * and the fonts stay parsed there. A child that hangs or dies loses its papers; the next paper starts another.
 */
export function createPaperPress(): PaperPress {
  let child: ChildProcess | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const settle = (id: number, pressed: Pressed): void => {
    const answer = waiting.get(id);
    waiting.delete(id);
    clearTimeout(answer?.timer);
    answer?.resolve(pressed);
  };
  const failAll = (): void => {
    for (const id of [...waiting.keys()]) settle(id, { ok: false, problem: 'press-ended' });
  };
  const start = (): ChildProcess => {
    const started = forkPress();
    started.on('message', ({ id, pressed }: { id: number; pressed: Pressed }) => settle(id, pressed));
    started.on('exit', () => {
      if (child !== started) return;
      child = undefined;
      failAll();
    });
    return started;
  };
  return {
    async draw(paper) {
      child ??= start();
      const press = child;
      const pressed = await new Promise<Pressed>((resolve) => {
        const id = (lastId += 1);
        waiting.set(id, { resolve, timer: setTimeout(() => press.kill('SIGKILL'), TIMEOUT_MS) });
        press.send({ id, paper }, (error) => error && press.kill('SIGKILL'));
      });
      if (!pressed.ok) throw new PaperFault(pressed.problem);
      return Buffer.from(pressed.pdf);
    },
    close() {
      const last = child;
      child = undefined;
      if (last?.connected) last.disconnect();
      failAll();
    },
  };
}

function forkPress(): ChildProcess {
  // From sources the child needs the type stripper; from a production bundle it does not.
  const fromSource = import.meta.url.endsWith('.ts');
  const path = new URL(fromSource ? './press-process.ts' : './press-process.js', import.meta.url);
  return fork(path, {
    execArgv: [...(fromSource ? ['--import', 'tsx'] : []), `--max-old-space-size=${MEMORY_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

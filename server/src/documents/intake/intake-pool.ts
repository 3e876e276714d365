import { ApiError } from '../../errors.ts';
import type { Examined } from './examined.ts';
import { IntakeChild } from './intake-child.ts';

const PICTURE_MS = 10_000;
/** Longer than the pages of a PDF may take together (document-limits.ts), so that it is mostly the child that says so. */
const PDF_MS = 30_000;
/** A decoder keeps one core busy; two let a small file pass a large one. */
const CHILDREN = 2;
/** A file that would wait behind so many others is better sent again: a minute's work at a second each. */
const MOST_WAITING = 120;

export interface IntakePool {
  /** Throws `unavailable` where too many files wait already. */
  examine(bytes: Uint8Array): Promise<Examined>;
  close(): void;
}

/** Decodes files in child processes, one file in each at a time, first come first served. */
export function createIntakePool(options: { timeoutMs?: number; children?: number } = {}): IntakePool {
  const { timeoutMs, children = CHILDREN } = options;
  const timeouts = { pictureMs: timeoutMs ?? PICTURE_MS, pdfMs: timeoutMs ?? PDF_MS };
  const all = Array.from({ length: children }, () => new IntakeChild(timeouts));
  const idle = [...all];
  const waiting: ((child: IntakeChild) => void)[] = [];
  const take = (): Promise<IntakeChild> => {
    const child = idle.pop();
    return child ? Promise.resolve(child) : new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (child: IntakeChild): void => {
    const next = waiting.shift();
    if (next) next(child);
    else idle.push(child);
  };
  return {
    async examine(bytes) {
      if (waiting.length >= MOST_WAITING) throw new ApiError('unavailable', { retryAfterSeconds: 30 });
      const child = await take();
      try {
        return await child.examine(bytes);
      } finally {
        giveBack(child);
      }
    },
    close() {
      for (const child of all) child.close();
    },
  };
}

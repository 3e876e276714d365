import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { EngineResult } from '../modality-engine.ts';
import type { ExtractionTask, PathPairs } from './engine-work.ts';

/** A result with the engine's own time, without waiting for a thread. */
export interface TimedExtraction {
  readonly result: EngineResult;
  readonly ms: number;
}

/** Threads that run the engine. Each has its own kernels; results do not depend on how many there are. */
export interface EnginePool {
  readonly threads: number;
  extract(task: ExtractionTask): Promise<TimedExtraction>;
  /** Scores of pairs of template files, in order. */
  scorePairs(pairs: PathPairs): Promise<Float64Array>;
  close(): Promise<void>;
}

/** As many threads as the machine has cores, unless told otherwise. They start with the first work and must be closed. */
export function createEnginePool(threads = availableParallelism()): EnginePool {
  const pool = new Piscina({
    filename: fileURLToPath(new URL('./worker-main.mjs', import.meta.url)),
    minThreads: 1,
    maxThreads: threads,
    // The thread registers the loader itself; the parent's flags (test runners', profilers') are not for it.
    execArgv: [],
  });
  return {
    threads,
    extract: (task) => pool.run(task, { name: 'extract' }) as Promise<TimedExtraction>,
    scorePairs: (pairs) => pool.run(pairs, { name: 'scorePairs' }) as Promise<Float64Array>,
    close: () => pool.destroy(),
  };
}

/**
 * Runs `work` on every item, at most `width` at a time, and hands the results on in the items' order as soon as they are
 * complete up to there.
 */
export async function inOrder<Item, Result>(
  items: readonly Item[],
  {
    width,
    work,
    take,
  }: { width: number; work: (item: Item) => Promise<Result>; take: (result: Result) => void },
): Promise<void> {
  const started: Promise<Result>[] = [];
  for (let next = 0; next < items.length; next++) {
    while (started.length < items.length && started.length < next + width) {
      const result = work(items[started.length] as Item);
      // A failure is met when its turn comes; until then it must not count as unhandled.
      result.catch(() => undefined);
      started.push(result);
    }
    take(await (started[next] as Promise<Result>));
  }
}

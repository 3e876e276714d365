// What a thread starts with: threads of Node 20 do not inherit the TypeScript loader, so it is registered here first.
import { performance } from 'node:perf_hooks';
import { register } from 'tsx/esm/api';

register();
const work = await import('./engine-work.ts');

/** @param {import('./engine-work.ts').ExtractionTask} task The engine's own time goes with the result. */
export async function extract(task) {
  await work.engineOf(task.modality);
  const start = performance.now();
  const result = await work.extract(task);
  return { result, ms: Math.round((performance.now() - start) * 10) / 10 };
}

export const scorePairs = work.scorePairs;

import type { GrayImage } from '@permit/biometrics/images/gray-image.ts';
import { loadEngine, type EngineName, type EngineResult } from '@permit/biometrics/modality-engine.ts';
import { createEnginePool, type EnginePool } from '@permit/biometrics/pool/engine-pool.ts';

/** Makes a template from a picture; where that takes place is the business of whoever built it. */
export interface TemplateEngine {
  extract(task: { readonly modality: EngineName; readonly image: GrayImage }): Promise<EngineResult>;
  close(): Promise<void>;
}

/** In the caller's own thread: for a worker that does nothing else meanwhile. */
export const engineInline: TemplateEngine = {
  extract: async ({ modality, image }) => (await loadEngine(modality)).extract(image, undefined),
  close: async () => undefined,
};

/**
 * In threads, so that a server answers everybody else while a finger is read (some 100 ms of computing each). They
 * start with the first picture: most servers never see one.
 */
export function engineInThreads(threads: number): TemplateEngine {
  let pool: EnginePool | undefined;
  return {
    extract: async (task) => (await (pool ??= createEnginePool(threads)).extract(task)).result,
    close: async () => pool?.close(),
  };
}

import { readFile } from 'node:fs/promises';
import { loadEngine, type EngineName, type EngineResult, type ModalityEngine } from '../modality-engine.ts';
import type { GrayImage } from '../images/gray-image.ts';

export interface ExtractionTask {
  readonly modality: EngineName;
  readonly image: GrayImage;
}

export async function extract({ modality, image }: ExtractionTask): Promise<EngineResult> {
  return (await engineOf(modality)).extract(image, undefined);
}

/** Paths of the templates of each pair. */
export type PathPairs = readonly (readonly [string, string])[];

/** Every finger template begins with these bytes; what does not is left to the iris engine to judge. */
const FINGER_MAGIC = 'PFT';

const templates = new Map<string, Promise<Uint8Array | undefined>>();
const engines = new Map<EngineName, Promise<ModalityEngine>>();

/** A score a pair; 0 where a template is missing, empty, malformed or of another modality. */
export async function scorePairs(pairs: PathPairs): Promise<Float64Array> {
  const scores = new Float64Array(pairs.length);
  for (const [k, [a, b]] of pairs.entries())
    scores[k] = await scorePair(await templateOf(a), await templateOf(b));
  return scores;
}

async function scorePair(a: Uint8Array | undefined, b: Uint8Array | undefined): Promise<number> {
  if (!a?.length || !b?.length) return 0;
  const name = engineNameOf(a);
  if (name !== engineNameOf(b)) return 0;
  try {
    return (await engineOf(name)).match(a, b);
  } catch (fault) {
    if (fault instanceof RangeError) return 0;
    throw fault;
  }
}

function engineNameOf(template: Uint8Array): EngineName {
  return String.fromCharCode(...template.subarray(0, 3)) === FINGER_MAGIC ? 'finger' : 'iris';
}

/** Loads an engine once. */
export function engineOf(name: EngineName): Promise<ModalityEngine> {
  const engine = engines.get(name) ?? loadEngine(name);
  engines.set(name, engine);
  return engine;
}

function templateOf(path: string): Promise<Uint8Array | undefined> {
  const template =
    templates.get(path) ??
    readFile(path).then(
      (bytes) => new Uint8Array(bytes),
      () => undefined,
    );
  templates.set(path, template);
  return template;
}

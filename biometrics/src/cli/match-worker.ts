import { readFile } from 'node:fs/promises';
import { loadEngine, type EngineName, type ModalityEngine } from './modality-engine.ts';

/** Paths of the templates of each pair. */
export type MatchChunk = readonly (readonly [string, string])[];

/** Every finger template begins with these bytes; what does not is left to the iris engine to judge. */
const FINGER_MAGIC = 'PFT';

const templates = new Map<string, Promise<Uint8Array | undefined>>();
const engines = new Map<EngineName, Promise<ModalityEngine>>();

process.on('message', (chunk: MatchChunk) => {
  void scoreChunk(chunk).then((scores) => process.send?.(scores));
});

async function scoreChunk(chunk: MatchChunk): Promise<Float64Array> {
  const scores = new Float64Array(chunk.length);
  for (const [k, [a, b]] of chunk.entries())
    scores[k] = await scorePair(await templateOf(a), await templateOf(b));
  return scores;
}

/** 0 where a template is missing, of another modality, or malformed: an enrolment that failed matches nothing. */
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

function engineOf(name: EngineName): Promise<ModalityEngine> {
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

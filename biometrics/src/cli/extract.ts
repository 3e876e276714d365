import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, parse } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { GrayImage } from '../images/gray-image.ts';
import { readImage } from '../images/read-image.ts';
import { loadEngine, type EngineName, type EngineResult } from '../modality-engine.ts';
import { createEnginePool, inOrder, type EnginePool, type TimedExtraction } from '../pool/engine-pool.ts';
import { readInput, type InputProblem } from './read-input.ts';
import { traceToFolder } from './trace-to-folder.ts';

const USAGE = `usage: npm run bio -- extract --modality finger|iris [--ppi N] [--trace DIR] --out DIR FILE…
One template a file, <name>.tpl, and one JSON line a file. A refused file leaves an empty .tpl, which matches nothing.`;

interface Extraction {
  readonly extract: (image: GrayImage, name: string) => Promise<TimedExtraction>;
  readonly out: string;
  /** Overrides what the file says. */
  readonly ppi: number | undefined;
}

/** `extract`: exit 0 where files are refused (their line says so), 2 on wrong use. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(args);
  const { modality, out } = values;
  const ppi = values.ppi === undefined ? undefined : Number(values.ppi);
  const known = modality === 'finger' || modality === 'iris';
  if (!known || out === undefined || positionals.length === 0 || (ppi !== undefined && !(ppi > 0))) {
    console.error(USAGE);
    return 2;
  }
  await mkdir(out, { recursive: true });
  const say = (line: object): void => console.log(JSON.stringify(line));
  if (values.trace !== undefined) {
    const tracing = traceToFolder(values.trace);
    const extraction = { extract: await tracedExtract(modality, tracing), out, ppi };
    for (const file of positionals) say(await extractFile(file, extraction));
    await tracing.finish();
    return 0;
  }
  const pool = createEnginePool(Math.min(availableParallelism(), positionals.length));
  const extraction = { extract: threadedExtract(modality, pool), out, ppi };
  try {
    const width = 2 * pool.threads;
    await inOrder(positionals, { width, work: (file) => extractFile(file, extraction), take: say });
  } finally {
    await pool.close();
  }
  return 0;
}

const threadedExtract =
  (modality: EngineName, pool: EnginePool): Extraction['extract'] =>
  (image) =>
    pool.extract({ modality, image });

/** Pictures of the stages are drawn in this process, one file after the other. */
async function tracedExtract(
  modality: EngineName,
  tracing: ReturnType<typeof traceToFolder>,
): Promise<Extraction['extract']> {
  const engine = await loadEngine(modality);
  return (image, name) => {
    const start = performance.now();
    const result = engine.extract(image, tracing.traceOf(name));
    return Promise.resolve({ result, ms: Math.round((performance.now() - start) * 10) / 10 });
  };
}

function parseOptions(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      modality: { type: 'string' },
      ppi: { type: 'string' },
      out: { type: 'string' },
      trace: { type: 'string' },
    },
    allowPositionals: true,
  });
}

/** Writes the template and returns the file's line; `ms` is the engine's own time, without reading the file. */
async function extractFile(file: string, { extract, out, ppi }: Extraction): Promise<object> {
  const name = parse(file).name;
  let ms = 0;
  const made = await readInput<EngineResult | InputProblem>(file, async (bytes) => {
    const image = await readImage(bytes);
    const timed = await extract(ppi === undefined ? image : { ...image, ppi }, name);
    ms = timed.ms;
    return timed.result;
  });
  await writeFile(join(out, `${name}.tpl`), made.ok ? made.template : new Uint8Array(0));
  if (!made.ok) return { file, ...made, ms };
  return { file, ok: true, quality: made.quality, ...made.details, ms };
}

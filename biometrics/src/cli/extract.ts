import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { readImage } from '../images/read-image.ts';
import { loadEngine, type EngineResult, type ModalityEngine } from './modality-engine.ts';
import { readInput, type InputProblem } from './read-input.ts';
import { traceToFolder } from './trace-to-folder.ts';

const USAGE = `usage: npm run bio -- extract --modality finger|iris [--ppi N] [--trace DIR] --out DIR FILE…
One template a file, <name>.tpl, and one JSON line a file. A refused file leaves an empty .tpl, which matches nothing.`;

interface Extraction {
  readonly engine: ModalityEngine;
  readonly out: string;
  /** Overrides what the file says. */
  readonly ppi: number | undefined;
  readonly tracing: ReturnType<typeof traceToFolder> | undefined;
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
  const tracing = values.trace === undefined ? undefined : traceToFolder(values.trace);
  const extraction = { engine: await loadEngine(modality), out, ppi, tracing };
  for (const file of positionals) console.log(JSON.stringify(await extractFile(file, extraction)));
  await tracing?.finish();
  return 0;
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
async function extractFile(file: string, { engine, out, ppi, tracing }: Extraction): Promise<object> {
  const name = parse(file).name;
  let ms = 0;
  const made = await readInput<EngineResult | InputProblem>(file, async (bytes) => {
    const image = await readImage(bytes);
    const start = performance.now();
    const result = engine.extract(ppi === undefined ? image : { ...image, ppi }, tracing?.traceOf(name));
    ms = Math.round((performance.now() - start) * 10) / 10;
    return result;
  });
  await writeFile(join(out, `${name}.tpl`), made.ok ? made.template : new Uint8Array(0));
  if (!made.ok) return { file, ...made, ms };
  return { file, ok: true, quality: made.quality, ...made.details, ms };
}

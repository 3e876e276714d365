import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { detCurve } from '../evaluation/det-curve.ts';
import {
  evaluateSet,
  poolPairs,
  type EvaluationSample,
  type SetEvaluation,
} from '../evaluation/evaluate-set.ts';
import { EVALUATION_ENGINES } from '../evaluation/evaluation-engine.ts';
import { ratesReport, workReport, worstPairsReport } from '../evaluation/evaluation-report.ts';
import { labelOf, type EvaluatedModality } from '../evaluation/labelled-sample.ts';
import { readImage } from '../images/read-image.ts';
import { traceToFolder } from './trace-to-folder.ts';

const USAGE = `usage: npm run bio -- evaluate [--ppi N] [--trace DIR] [--out DIR] DIR[@PPI]…
DIR holds eyes named S1<person><L|R><number> or prints named <finger>_<impression>, or folders of them.
--ppi, or @PPI behind a folder, says the resolution of prints whose files do not. The DET curve goes to
--out (artifacts/evaluation).`;

/** Prints of public sets whose files do not say their resolution (from the sets' own descriptions). */
const PPI_OF_KNOWN_SETS: Readonly<Record<string, number>> = { 'fvc2002-db2b': 569, 'fvc2004-db3b': 512 };

interface SampleSet {
  readonly name: string;
  readonly modality: EvaluatedModality;
  readonly samples: readonly EvaluationSample[];
}

/** `evaluate DIR…`: error rates per set and pooled, with a DET curve. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { ppi: { type: 'string' }, trace: { type: 'string' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const sets = (await Promise.all(positionals.map((dir) => findSets(dir, numberOf(values.ppi))))).flat();
  if (sets.length === 0) {
    console.error(positionals.length === 0 ? USAGE : 'no labelled images there');
    return 2;
  }
  const done: { set: SampleSet; result: SetEvaluation }[] = [];
  for (const set of sets) done.push({ set, result: await evaluateAndReport(set, values.trace) });
  reportPooled(done);
  await drawDetCurve(done, values.out ?? 'artifacts/evaluation');
  return 0;
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && Number(text) > 0 ? Number(text) : undefined;
}

/** The folder itself if it holds labelled images, else its folders. */
async function findSets(argument: string, defaultPpi: number | undefined): Promise<SampleSet[]> {
  const [dir = '', ppiText] = argument.split('@');
  const entries = await readdir(dir, { withFileTypes: true });
  const name = basename(dir);
  const ppi = numberOf(ppiText) ?? defaultPpi ?? PPI_OF_KNOWN_SETS[name];
  const files = entries.filter((entry) => entry.isFile() && labelOf(entry.name)).map((entry) => entry.name);
  if (files.length === 0) {
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(dir, entry.name));
    return (await Promise.all(folders.sort().map((folder) => findSets(folder, defaultPpi)))).flat();
  }
  const modality = labelOf(files[0] as string)?.modality as EvaluatedModality;
  const samples = files.sort().flatMap((file) => sampleOf(join(dir, file), ppi) ?? []);
  return [{ name, modality, samples: samples.filter(({ label }) => label.modality === modality) }];
}

function sampleOf(path: string, ppi: number | undefined): EvaluationSample | undefined {
  const label = labelOf(path);
  if (!label) return undefined;
  const read = async () => {
    const image = await readImage(new Uint8Array(await readFile(path)));
    return ppi === undefined ? image : { ...image, ppi };
  };
  return { name: parse(path).name, label, read };
}

async function evaluateAndReport(set: SampleSet, traceDir: string | undefined): Promise<SetEvaluation> {
  const tracing = traceDir === undefined ? undefined : traceToFolder(traceDir);
  const result = await evaluateSet(set.samples, EVALUATION_ENGINES[set.modality], tracing?.traceOf);
  await tracing?.finish();
  console.log(ratesReport(`${set.name} (${set.modality})`, result.pairs));
  console.log(workReport(result));
  console.log(worstPairsReport(result.pairs) + '\n');
  return result;
}

function reportPooled(done: readonly { set: SampleSet; result: SetEvaluation }[]): void {
  for (const modality of ['iris', 'finger'] as const) {
    const sets = done.filter(({ set }) => set.modality === modality);
    if (sets.length < 2) continue;
    const pooled = poolPairs(sets.map(({ result }) => result.pairs));
    console.log(ratesReport(`pooled (${modality}, ${sets.length} sets, one threshold)`, pooled) + '\n');
  }
}

async function drawDetCurve(
  done: readonly { set: SampleSet; result: SetEvaluation }[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'det.png');
  const svg = detCurve(done.map(({ set, result }) => ({ name: set.name, pairs: result.pairs })));
  await sharp(Buffer.from(svg)).png().toFile(file);
  console.log(`DET curve: ${file}`);
}
